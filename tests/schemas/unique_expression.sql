-- Unique expression indexes: lower and upper case, days of timestamps, JSON fields, concatenations, coalesced nulls, sorted pairs.
CREATE TABLE users (
    id      integer PRIMARY KEY,
    email   varchar(60) NOT NULL,
    nick    varchar(8),
    "Code"  char(6) NOT NULL
);
CREATE UNIQUE INDEX users_email ON users (lower(email));
CREATE UNIQUE INDEX users_nick ON users (upper(nick));
CREATE UNIQUE INDEX users_code ON users (lower("Code"), id);
CREATE TABLE visits (
    user_id integer NOT NULL REFERENCES users,
    at      timestamp NOT NULL,
    page    text
);
CREATE UNIQUE INDEX one_visit_a_day ON visits (user_id, (at::date));
CREATE TABLE documents (
    id   bigint PRIMARY KEY,
    data jsonb NOT NULL
);
CREATE UNIQUE INDEX documents_key ON documents ((data ->> 'key')) WHERE data ? 'key';
CREATE TABLE names (
    first  varchar(30) NOT NULL,
    second varchar(30)
);
CREATE UNIQUE INDEX names_both ON names ((first || ' ' || coalesce(second, '')));
CREATE TABLE nulls_count (
    a integer NOT NULL,
    b integer
);
CREATE UNIQUE INDEX nulls_count_key ON nulls_count (a, coalesce(b, -1));
CREATE TABLE friends (
    a integer NOT NULL REFERENCES users,
    b integer NOT NULL REFERENCES users,
    CHECK (a <> b)
);
CREATE UNIQUE INDEX friends_once ON friends (least(a, b), greatest(a, b));
CREATE TABLE amounts (v numeric(10,3) NOT NULL);
CREATE UNIQUE INDEX amounts_rounded ON amounts (abs(v));
CREATE TABLE handles (
    id     integer PRIMARY KEY,
    handle text NOT NULL CHECK (handle ~ '^[A-Za-z][A-Za-z0-9_]{2,19}$'),
    code   text CHECK (code ~ '^[A-Za-z]{4}$')
);
CREATE UNIQUE INDEX handles_handle ON handles (lower(handle));
CREATE UNIQUE INDEX handles_code ON handles (upper(code));
