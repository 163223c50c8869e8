MATCH (s:Session {sessionHash: $sessionHash})
RETURN s.name AS name, s.expiresAt > $now AS inForce
