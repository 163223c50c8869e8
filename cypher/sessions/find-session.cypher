MATCH (s:Session {sessionHash: $sessionHash})
RETURN s.name AS name, coalesce(s.personId, s.sessionHash) AS id, coalesce(s.role, 'editor') AS role, s.expiresAt > $now AS inForce
