"""Fields of forms that say what is wrong in words and keep the last good value."""
