CREATE CONSTRAINT imported_file IF NOT EXISTS FOR (f:ImportedFile) REQUIRE (f.ecosystem, f.file, f.shape) IS UNIQUE;
