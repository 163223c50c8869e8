MATCH (i:Invite {tokenHash: $tokenHash})
SET i.locked = true
WITH i
WHERE i.expiresAt > $now
CREATE (s:Session {sessionHash: $sessionHash, name: i.name, expiresAt: $expiresAt})
DELETE i
RETURN s.name AS name
