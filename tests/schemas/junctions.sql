-- Junction tables: pairs and triples, of one parent twice and three times, over composite parents, surrogate keys, a text parent. Plain SQL.
CREATE TABLE a (id integer NOT NULL PRIMARY KEY);
CREATE TABLE b (id integer NOT NULL PRIMARY KEY);
CREATE TABLE c (code varchar(8) NOT NULL PRIMARY KEY);
CREATE TABLE d (x integer NOT NULL, y integer NOT NULL, PRIMARY KEY (x, y));
CREATE TABLE ab (
    a_id integer NOT NULL REFERENCES a (id),
    b_id integer NOT NULL REFERENCES b (id),
    PRIMARY KEY (a_id, b_id)
);
CREATE TABLE abc (
    a_id integer NOT NULL REFERENCES a (id),
    b_id integer NOT NULL REFERENCES b (id),
    c_code varchar(8) NOT NULL REFERENCES c (code),
    PRIMARY KEY (c_code, b_id, a_id)
);
CREATE TABLE aa (
    first  integer NOT NULL REFERENCES a (id),
    second integer NOT NULL REFERENCES a (id),
    PRIMARY KEY (first, second)
);
CREATE TABLE aaa (
    id integer NOT NULL PRIMARY KEY,
    x  integer NOT NULL REFERENCES a (id),
    y  integer NOT NULL REFERENCES a (id),
    z  integer NOT NULL REFERENCES a (id),
    UNIQUE (x, y, z)
);
CREATE TABLE ad (
    a_id integer NOT NULL REFERENCES a (id),
    d_x  integer NOT NULL,
    d_y  integer NOT NULL,
    PRIMARY KEY (d_x, a_id, d_y),
    FOREIGN KEY (d_x, d_y) REFERENCES d (x, y)
);
CREATE TABLE of_junctions (
    a_id integer NOT NULL,
    b_id integer NOT NULL,
    c_code varchar(8) NOT NULL REFERENCES c (code),
    since date,
    PRIMARY KEY (a_id, b_id, c_code),
    FOREIGN KEY (a_id, b_id) REFERENCES ab (a_id, b_id)
);
CREATE TABLE optional_pair (
    id   integer NOT NULL PRIMARY KEY,
    a_id integer REFERENCES a (id),
    b_id integer REFERENCES b (id),
    UNIQUE (a_id, b_id)
);
-- Seats of a contest and choices on a ballot: numbered, and each candidate once.
CREATE TABLE contest (id integer PRIMARY KEY);
CREATE TABLE candidate (
    contest_id integer NOT NULL REFERENCES contest,
    number smallint NOT NULL CHECK (number > 0),
    PRIMARY KEY (contest_id, number)
);
CREATE TABLE elected (
    contest_id integer NOT NULL,
    seat smallint NOT NULL CHECK (seat > 0),
    candidate smallint NOT NULL,
    PRIMARY KEY (contest_id, seat),
    UNIQUE (contest_id, candidate),
    FOREIGN KEY (contest_id, candidate) REFERENCES candidate
);
CREATE TABLE ballot (
    id integer PRIMARY KEY,
    contest_id integer NOT NULL REFERENCES contest,
    UNIQUE (id, contest_id)
);
CREATE TABLE choice (
    ballot_id integer NOT NULL,
    contest_id integer NOT NULL,
    rank smallint NOT NULL CHECK (rank BETWEEN 1 AND 20),
    candidate smallint NOT NULL,
    PRIMARY KEY (ballot_id, rank),
    UNIQUE (ballot_id, candidate),
    FOREIGN KEY (ballot_id, contest_id) REFERENCES ballot (id, contest_id),
    FOREIGN KEY (contest_id, candidate) REFERENCES candidate
);

-- A junction whose primary key leaves out the tenant that one side decides.
CREATE TABLE property (id integer PRIMARY KEY);
CREATE TABLE room (property_id integer REFERENCES property, number integer CHECK (number > 100), PRIMARY KEY (property_id, number));
CREATE TABLE booking (id integer PRIMARY KEY, property_id integer NOT NULL REFERENCES property, UNIQUE (id, property_id));
CREATE TABLE booking_room (
    booking_id integer, property_id integer NOT NULL, number integer, PRIMARY KEY (booking_id, number),
    FOREIGN KEY (booking_id, property_id) REFERENCES booking (id, property_id), FOREIGN KEY (property_id, number) REFERENCES room
);

-- Each team at home once and away once in a round, and never against itself.
CREATE TABLE league_team (id integer PRIMARY KEY);
CREATE TABLE league_round (id integer PRIMARY KEY);
CREATE TABLE fixture (
    round_id integer NOT NULL REFERENCES league_round,
    home     integer NOT NULL REFERENCES league_team,
    away     integer NOT NULL REFERENCES league_team,
    played   date,
    PRIMARY KEY (round_id, home),
    UNIQUE (round_id, away),
    CHECK (home <> away)
);

-- Three of a club, each another, and each three once; a shelf for few things of few kinds.
CREATE TABLE musician (id integer PRIMARY KEY);
CREATE TABLE trio (
    violin integer NOT NULL REFERENCES musician,
    cello  integer NOT NULL REFERENCES musician,
    piano  integer NOT NULL REFERENCES musician,
    PRIMARY KEY (violin, cello, piano),
    CHECK (violin <> cello AND cello <> piano AND violin <> piano)
);
CREATE TABLE outfit (
    musician integer    NOT NULL REFERENCES musician,
    season   varchar(6) NOT NULL CHECK (season IN ('spring', 'summer', 'autumn', 'winter')),
    garment  varchar(6) NOT NULL CHECK (garment IN ('coat', 'shirt', 'shoes', 'hat')),
    PRIMARY KEY (musician, season, garment),
    CHECK (NOT (season = 'summer' AND garment = 'coat'))
);
-- Pairs with a number of few values: circuits of a line, attempts at an exam.
CREATE TABLE line (
    id      integer PRIMARY KEY,
    low     integer NOT NULL REFERENCES a (id),
    high    integer NOT NULL REFERENCES a (id),
    circuit smallint NOT NULL CHECK (circuit BETWEEN 1 AND 4),
    UNIQUE (low, high, circuit),
    CHECK (low < high)
);
CREATE TABLE exam (
    a_id    integer NOT NULL REFERENCES a (id),
    b_id    integer NOT NULL REFERENCES b (id),
    attempt smallint NOT NULL CHECK (attempt BETWEEN 1 AND 3),
    PRIMARY KEY (a_id, b_id, attempt)
);
