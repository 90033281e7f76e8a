"""The rules, each a function from a case to what it found. They fire on failures only, and each excludes its likes."""
