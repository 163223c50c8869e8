MATCH (s:Session {sessionHash: $sessionHash})
RETURN coalesce(s.person, s.sessionHash) AS id, s.name AS name, s.expiresAt > $now AS inForce
