MATCH (i:Invite {tokenHash: $tokenHash})
SET i.locked = true
WITH i, i.name AS name, i.personId AS personId, i.role AS role, i.expiresAt > $now AS inForce
DELETE i
WITH name, personId, role
WHERE inForce
CREATE (s:Session {sessionHash: $sessionHash, name: name, personId: personId, role: role, createdAt: $now, expiresAt: $expiresAt})
RETURN s.name AS name
