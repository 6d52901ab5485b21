-- Views, materialised views, a foreign table, harmless triggers, rules, row security, policies, temporary and empty things beside the tables.
CREATE EXTENSION file_fdw;
CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
CREATE FOREIGN TABLE outside (line text) SERVER files OPTIONS (filename '/dev/null');
CREATE TABLE account (
    id       integer PRIMARY KEY,
    owner    name NOT NULL DEFAULT current_user,
    balance  numeric(12,2) NOT NULL DEFAULT 0,
    changed  timestamptz
);
CREATE TABLE booking (
    id         integer PRIMARY KEY,
    account_id integer NOT NULL REFERENCES account,
    amount     numeric(12,2) NOT NULL
);
CREATE TABLE counted (name text PRIMARY KEY, rows bigint NOT NULL);
CREATE VIEW rich AS SELECT * FROM account WHERE balance > 1000;
CREATE VIEW updatable AS SELECT id, owner FROM account WITH CHECK OPTION;
CREATE MATERIALIZED VIEW totals AS SELECT account_id, sum(amount) AS total FROM booking GROUP BY account_id;
CREATE UNIQUE INDEX totals_key ON totals (account_id);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.changed := now(); RETURN NEW; END $$;
CREATE TRIGGER account_touch BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION touch();
CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER booking_after AFTER INSERT ON booking FOR EACH ROW EXECUTE FUNCTION nothing();
CREATE TRIGGER booking_statement AFTER INSERT OR UPDATE ON booking FOR EACH STATEMENT EXECUTE FUNCTION nothing();
CREATE CONSTRAINT TRIGGER booking_late AFTER INSERT ON booking DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION nothing();
CREATE RULE no_delete AS ON DELETE TO counted DO INSTEAD NOTHING;
ALTER TABLE account ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON account USING (owner = current_user) WITH CHECK (balance >= 0);
CREATE STATISTICS account_stats ON owner, balance FROM account;
