CREATE (:Invite {tokenHash: $tokenHash, name: $name, expiresAt: $expiresAt})
