MATCH (i:Invite {tokenHash: $tokenHash})
SET i.locked = true
WITH i, i.name AS name, i.expiresAt > $now AS inForce
DELETE i
WITH name
WHERE inForce
CREATE (s:Session {sessionHash: $sessionHash, name: name, person: $tokenHash, expiresAt: $expiresAt})
RETURN s.name AS name
