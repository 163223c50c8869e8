MATCH (s:Session)
WHERE s.sessionHash IS NOT NULL
RETURN s.sessionHash AS sessionHash, s.name AS name, coalesce(s.role, 'editor') AS role, s.createdAt AS createdAt, s.expiresAt AS expiresAt
ORDER BY name, createdAt
