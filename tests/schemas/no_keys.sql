-- Tables without a key, one without a usable column, one of nullable columns only, one column, an empty one is not among them.
CREATE TABLE log (at timestamptz, level text, message text);
CREATE TABLE one_flag (on_off boolean);
CREATE TABLE all_nullable (a integer, b text, c date, d json);
CREATE TABLE only_null_unique (a integer UNIQUE);
CREATE TABLE to_log (
    level smallint NOT NULL CHECK (level BETWEEN 0 AND 7),
    line  text NOT NULL
);
CREATE UNLOGGED TABLE cache (key text NOT NULL, value bytea);
