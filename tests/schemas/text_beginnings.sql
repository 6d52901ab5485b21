-- Texts that begin with other columns: a tax number with its country, paths, numbers of accounts.
CREATE TABLE country (code char(2) PRIMARY KEY CHECK (code ~ '^[A-Z]{2}$'), name text);
CREATE TABLE customer (
  id int PRIMARY KEY, country char(2) NOT NULL REFERENCES country,
  vat_id text CHECK (vat_id ~ '^[A-Z]{2}[0-9A-Z]{2,12}$'),
  kind text NOT NULL CHECK (kind IN ('a','b')),
  CHECK (kind <> 'b' OR vat_id IS NOT NULL),
  CHECK (vat_id IS NULL OR left(vat_id, 2) = country OR (country = 'GR' AND left(vat_id, 2) = 'EL')));
CREATE TABLE run (id int PRIMARY KEY, run_type varchar(20) NOT NULL CHECK (run_type IN ('manual','backfill','scheduled')),
  run_id varchar(250) NOT NULL, CHECK (run_type = 'manual' OR run_id LIKE run_type || '\_\_%'), UNIQUE (id, run_id));
CREATE TABLE folder (id int PRIMARY KEY, parent_path text NOT NULL, path text NOT NULL, CHECK (path LIKE parent_path || '/%'),
  area varchar(3) NOT NULL, phone varchar(20) NOT NULL, CHECK (substring(phone from 1 for 3) = area), CHECK (phone ~ '^[0-9]{7,12}$'),
  iban varchar(34), bank char(4), CHECK (starts_with(iban, bank)));
