MATCH (f:ImportedFile {ecosystem: $ecosystem, file: $file, shape: $shape})
RETURN f.revisions AS revisions, f.at AS at
