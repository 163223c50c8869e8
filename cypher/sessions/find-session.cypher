MATCH (s:Session {sessionHash: $sessionHash})
WHERE s.expiresAt > $now
RETURN s.name AS name
