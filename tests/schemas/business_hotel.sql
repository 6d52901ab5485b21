-- Hotel: bookings of a room must not overlap unless they are cancelled, rates by season, guests in a junction table.
CREATE EXTENSION btree_gist;
CREATE TABLE hotel (
    id    smallserial PRIMARY KEY,
    name  text NOT NULL,
    stars smallint CHECK (stars >= 1 AND stars <= 5)
);
CREATE TABLE room_type (
    hotel_id smallint NOT NULL REFERENCES hotel,
    code     char(2) NOT NULL,
    beds     smallint NOT NULL CHECK (beds BETWEEN 1 AND 6),
    PRIMARY KEY (hotel_id, code)
);
CREATE TABLE room (
    hotel_id smallint NOT NULL,
    number   smallint NOT NULL CHECK (number > 0),
    type     char(2) NOT NULL,
    floor    smallint NOT NULL CHECK (floor BETWEEN -2 AND 80),
    PRIMARY KEY (hotel_id, number),
    FOREIGN KEY (hotel_id, type) REFERENCES room_type (hotel_id, code)
);
CREATE TABLE rate (
    hotel_id smallint NOT NULL,
    type     char(2) NOT NULL,
    season   daterange NOT NULL,
    price    numeric(8,2) NOT NULL CHECK (price >= 10 AND price <= 9999.99),
    FOREIGN KEY (hotel_id, type) REFERENCES room_type (hotel_id, code),
    CONSTRAINT one_rate_a_day EXCLUDE USING gist (hotel_id WITH =, type WITH =, season WITH &&)
);
CREATE TABLE guest (
    id       uuid PRIMARY KEY,
    email    text NOT NULL,
    passport varchar(9) UNIQUE
);
CREATE UNIQUE INDEX guest_email ON guest (lower(email));
CREATE TABLE booking (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hotel_id  smallint NOT NULL,
    room      smallint NOT NULL,
    guest_id  uuid NOT NULL REFERENCES guest,
    check_in  date NOT NULL,
    check_out date NOT NULL,
    status    text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'paid', 'cancelled')),
    paid      numeric(10,2),
    FOREIGN KEY (hotel_id, room) REFERENCES room (hotel_id, number),
    CHECK (check_out > check_in AND check_out <= check_in + 60),
    CHECK (status <> 'paid' OR paid IS NOT NULL AND paid > 0),
    EXCLUDE USING gist (hotel_id WITH =, room WITH =, daterange(check_in, check_out) WITH &&) WHERE (status <> 'cancelled')
);
CREATE TABLE booking_guest (
    booking_id bigint NOT NULL REFERENCES booking ON DELETE CASCADE,
    guest_id   uuid NOT NULL REFERENCES guest,
    is_child   boolean NOT NULL DEFAULT false,
    PRIMARY KEY (booking_id, guest_id)
);
CREATE TABLE review (
    booking_id bigint PRIMARY KEY REFERENCES booking,
    points     smallint NOT NULL CHECK (points BETWEEN 1 AND 10),
    words      text CHECK (char_length(words) <= 2000)
);
