-- Keys over dates and times: one row a day and reference, time slots, histories by valid_from, months, versions; unique timestamps. Plain SQL.
CREATE TABLE instrument (id integer NOT NULL PRIMARY KEY, symbol varchar(8) NOT NULL UNIQUE);
CREATE TABLE quote (
    instrument_id integer NOT NULL REFERENCES instrument (id),
    day           date NOT NULL,
    open  numeric(12,4) NOT NULL CHECK (open > 0),
    high  numeric(12,4) NOT NULL,
    low   numeric(12,4) NOT NULL CHECK (low > 0),
    close numeric(12,4) NOT NULL,
    volume bigint CHECK (volume >= 0),
    PRIMARY KEY (instrument_id, day),
    CHECK (high >= open AND high >= close AND high >= low),
    CHECK (low <= open AND low <= close)
);
CREATE TABLE price_history (
    instrument_id integer NOT NULL REFERENCES instrument (id),
    valid_from    timestamp NOT NULL,
    valid_to      timestamp,
    price         numeric(12,2) NOT NULL,
    PRIMARY KEY (instrument_id, valid_from),
    CHECK (valid_to > valid_from)
);
CREATE TABLE calendar (
    day     date NOT NULL PRIMARY KEY,
    weekday smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    holiday boolean NOT NULL
);
CREATE TABLE calendar_slot (
    day  date NOT NULL REFERENCES calendar (day),
    slot time NOT NULL,
    instrument_id integer REFERENCES instrument (id),
    PRIMARY KEY (day, slot),
    UNIQUE (instrument_id, day)
);
CREATE TABLE event (
    at     timestamp NOT NULL UNIQUE,
    name   varchar(40) NOT NULL,
    PRIMARY KEY (name, at)
);
