DROP INDEX record_ecosystem IF EXISTS;
