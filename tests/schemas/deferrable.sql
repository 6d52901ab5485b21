-- Deferrable constraints: primary keys, unique keys, references; initially immediate and deferred; a child created before its parent.
CREATE TABLE kid (
    id        integer PRIMARY KEY DEFERRABLE INITIALLY DEFERRED,
    place     integer NOT NULL UNIQUE DEFERRABLE INITIALLY IMMEDIATE,
    adult_id  integer NOT NULL
);
CREATE TABLE adult (
    id  integer PRIMARY KEY,
    tag integer NOT NULL,
    UNIQUE (tag, id) DEFERRABLE
);
ALTER TABLE kid ADD FOREIGN KEY (adult_id) REFERENCES adult DEFERRABLE INITIALLY DEFERRED;
CREATE TABLE note (
    adult_id integer REFERENCES adult NOT DEFERRABLE,
    text     text
);
