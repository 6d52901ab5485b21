-- References that share columns with each other and with keys: chains of warehouses, three levels, two diamonds, a pair within a group.
CREATE TABLE w (w integer PRIMARY KEY);
CREATE TABLE d (
    w integer NOT NULL REFERENCES w,
    d smallint NOT NULL,
    PRIMARY KEY (w, d)
);
CREATE TABLE c (
    w integer NOT NULL, d smallint NOT NULL, c integer NOT NULL,
    PRIMARY KEY (w, d, c),
    FOREIGN KEY (w, d) REFERENCES d
);
CREATE TABLE o (
    w integer NOT NULL, d smallint NOT NULL, o integer NOT NULL, c integer NOT NULL,
    PRIMARY KEY (w, d, o),
    FOREIGN KEY (w, d, c) REFERENCES c
);
CREATE TABLE i (i integer PRIMARY KEY);
CREATE TABLE s (
    w integer NOT NULL REFERENCES w, i integer NOT NULL REFERENCES i,
    PRIMARY KEY (w, i)
);
CREATE TABLE l (
    w integer NOT NULL, d smallint NOT NULL, o integer NOT NULL, l smallint NOT NULL,
    i integer NOT NULL,
    PRIMARY KEY (w, d, o, l),
    FOREIGN KEY (w, d, o) REFERENCES o,
    FOREIGN KEY (w, i) REFERENCES s
);
CREATE TABLE u (
    w integer NOT NULL REFERENCES w, u integer NOT NULL,
    PRIMARY KEY (w, u)
);
CREATE TABLE p (
    w integer NOT NULL REFERENCES w, p integer NOT NULL, owner integer NOT NULL,
    PRIMARY KEY (w, p),
    FOREIGN KEY (w, owner) REFERENCES u
);
CREATE TABLE m (
    w integer NOT NULL, u integer NOT NULL, p integer NOT NULL,
    PRIMARY KEY (w, u, p),
    FOREIGN KEY (w, u) REFERENCES u,
    FOREIGN KEY (w, p) REFERENCES p
);
CREATE TABLE t (
    w integer NOT NULL, t integer NOT NULL, p integer NOT NULL, u integer NOT NULL, checker integer,
    PRIMARY KEY (w, t),
    FOREIGN KEY (w, u, p) REFERENCES m,
    FOREIGN KEY (w, checker) REFERENCES u
);
CREATE TABLE r (
    id integer PRIMARY KEY,
    w integer NOT NULL, u integer NOT NULL, p integer NOT NULL, t integer NOT NULL,
    FOREIGN KEY (w, u, p) REFERENCES m,
    FOREIGN KEY (w, t) REFERENCES t
);
CREATE TABLE free_group (
    g integer NOT NULL, n integer NOT NULL,
    PRIMARY KEY (g, n)
);
CREATE TABLE free_group_link (
    g integer NOT NULL, a integer NOT NULL, b integer NOT NULL,
    PRIMARY KEY (g, a, b),
    FOREIGN KEY (g, a) REFERENCES free_group,
    FOREIGN KEY (g, b) REFERENCES free_group
);

-- A seat of the section, if that has any, in a hall that the show decides; lots of the item, if it is tracked.
CREATE TABLE venue_hall (venue integer NOT NULL, hall integer NOT NULL, PRIMARY KEY (venue, hall));
CREATE TABLE hall_section (
    venue integer NOT NULL,
    hall  integer NOT NULL,
    code  varchar(4) NOT NULL,
    kind  varchar(8) NOT NULL CHECK (kind IN ('seated', 'standing')),
    PRIMARY KEY (venue, hall, code),
    UNIQUE (venue, hall, code, kind),
    FOREIGN KEY (venue, hall) REFERENCES venue_hall
);
CREATE TABLE seat (
    venue     integer NOT NULL,
    hall      integer NOT NULL,
    section   varchar(4) NOT NULL,
    kind      varchar(8) NOT NULL CHECK (kind = 'seated'),
    row_label varchar(3) NOT NULL,
    seat_no   smallint NOT NULL,
    PRIMARY KEY (venue, hall, section, row_label, seat_no),
    FOREIGN KEY (venue, hall, section, kind) REFERENCES hall_section (venue, hall, code, kind)
);
CREATE TABLE show (
    id    integer PRIMARY KEY,
    venue integer NOT NULL,
    hall  integer NOT NULL,
    UNIQUE (id, venue, hall),
    FOREIGN KEY (venue, hall) REFERENCES venue_hall
);
CREATE TABLE ticket (
    id        integer PRIMARY KEY,
    show_id   integer NOT NULL,
    venue     integer NOT NULL,
    hall      integer NOT NULL,
    section   varchar(4) NOT NULL,
    row_label varchar(3),
    seat_no   smallint,
    FOREIGN KEY (show_id, venue, hall) REFERENCES show (id, venue, hall),
    FOREIGN KEY (venue, hall, section) REFERENCES hall_section,
    FOREIGN KEY (venue, hall, section, row_label, seat_no) REFERENCES seat,
    CHECK ((row_label IS NULL) = (seat_no IS NULL))
);
