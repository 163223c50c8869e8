CREATE (:Invite {tokenHash: $tokenHash, name: $name, personId: $personId, role: $role, expiresAt: $expiresAt})
