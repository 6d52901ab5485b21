-- Partial unique indexes: over rows that are not deleted, over one status, one row a group, with expressions in the condition.
CREATE TABLE accounts (
    id         integer PRIMARY KEY,
    login      varchar(20) NOT NULL,
    deleted_at timestamptz
);
CREATE UNIQUE INDEX accounts_login ON accounts (login) WHERE deleted_at IS NULL;
CREATE TABLE addresses (
    id         integer PRIMARY KEY,
    account_id integer NOT NULL REFERENCES accounts,
    kind       text NOT NULL CHECK (kind IN ('home', 'work', 'other')),
    is_primary boolean NOT NULL,
    old        boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX one_primary ON addresses (account_id) WHERE is_primary;
CREATE UNIQUE INDEX one_home ON addresses (account_id, kind) WHERE kind <> 'other' AND NOT old;
CREATE TABLE jobs (
    id     bigint PRIMARY KEY,
    queue  smallint NOT NULL CHECK (queue BETWEEN 1 AND 20),
    status text NOT NULL CHECK (status IN ('waiting', 'running', 'done', 'failed')),
    started timestamp
);
CREATE UNIQUE INDEX one_running ON jobs (queue) WHERE status = 'running';
CREATE UNIQUE INDEX jobs_started ON jobs (queue, started) WHERE started IS NOT NULL AND status IN ('done', 'failed');
CREATE TABLE settings (
    only_one boolean NOT NULL DEFAULT true,
    version  integer NOT NULL,
    current  boolean NOT NULL
);
CREATE UNIQUE INDEX one_current ON settings (current) WHERE current;
CREATE UNIQUE INDEX settings_version ON settings (version) WHERE version > 0;
