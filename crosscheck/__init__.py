"""crosscheck: two news reports of one event, compared claim by claim."""
