"""Why a computer does not get further while it is served, from the session's own events. Pure: times come in.

`Desk` keeps one `Trail` for each computer, `next_step` says what should come next and within how long, and when it has
not come the rules say why. What a packet holds is not known here, and needs not be: we are the server.
"""
