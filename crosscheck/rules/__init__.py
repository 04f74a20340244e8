"""The rules, a module a family; `table.py` lists them."""
