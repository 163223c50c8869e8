MATCH (s:Session {sessionHash: $sessionHash})
DELETE s
