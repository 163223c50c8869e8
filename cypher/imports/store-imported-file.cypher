MERGE (f:ImportedFile {ecosystem: $ecosystem, file: $file, shape: $shape})
SET f.revisions = coalesce(f.revisions, []) + $revision, f.at = $at
