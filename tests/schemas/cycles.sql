-- Cycles of references between two and three tables: through a nullable column, deferrable ones, all NOT NULL and deferrable, composite.
CREATE TABLE country (id integer PRIMARY KEY, capital integer);
CREATE TABLE city (id integer PRIMARY KEY, country_id integer NOT NULL REFERENCES country);
ALTER TABLE country ADD FOREIGN KEY (capital) REFERENCES city;

CREATE TABLE chicken (id integer PRIMARY KEY, egg_id integer NOT NULL);
CREATE TABLE egg (id integer PRIMARY KEY, chicken_id integer NOT NULL);
ALTER TABLE chicken ADD FOREIGN KEY (egg_id) REFERENCES egg DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE egg ADD FOREIGN KEY (chicken_id) REFERENCES chicken DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE rock (id integer PRIMARY KEY, beats integer NOT NULL);
CREATE TABLE paper (id integer PRIMARY KEY, beats integer NOT NULL REFERENCES rock);
CREATE TABLE scissors (id integer PRIMARY KEY, beats integer NOT NULL REFERENCES paper);
ALTER TABLE rock ADD FOREIGN KEY (beats) REFERENCES scissors DEFERRABLE INITIALLY IMMEDIATE;

CREATE TABLE a (id integer PRIMARY KEY, b_id integer);
CREATE TABLE b (id integer PRIMARY KEY, c_id integer);
CREATE TABLE c (id integer PRIMARY KEY, a_id integer REFERENCES a);
ALTER TABLE a ADD FOREIGN KEY (b_id) REFERENCES b;
ALTER TABLE b ADD FOREIGN KEY (c_id) REFERENCES c;

CREATE TABLE team (id integer PRIMARY KEY, captain integer);
CREATE TABLE player (
    team_id integer NOT NULL REFERENCES team,
    number  integer NOT NULL,
    PRIMARY KEY (team_id, number)
);
ALTER TABLE team ADD FOREIGN KEY (id, captain) REFERENCES player (team_id, number);

CREATE TABLE husband (id integer PRIMARY KEY, wife_id integer NOT NULL UNIQUE);
CREATE TABLE wife (id integer PRIMARY KEY, husband_id integer NOT NULL UNIQUE REFERENCES husband DEFERRABLE INITIALLY DEFERRED);
ALTER TABLE husband ADD FOREIGN KEY (wife_id) REFERENCES wife DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE ship (id integer PRIMARY KEY, captain integer NOT NULL, mate integer NOT NULL, CHECK (captain <> mate));
CREATE TABLE sailor (ship_id integer REFERENCES ship, number integer, PRIMARY KEY (ship_id, number));
ALTER TABLE ship ADD FOREIGN KEY (id, captain) REFERENCES sailor DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ship ADD FOREIGN KEY (id, mate) REFERENCES sailor DEFERRABLE INITIALLY DEFERRED;
