-- School timetable: a teacher, a room and a class are each in one place an hour (three unique keys over narrow columns); grades 1 to 6.
CREATE TYPE weekday AS ENUM ('mon', 'tue', 'wed', 'thu', 'fri');
CREATE TABLE teacher (
    code  char(3) PRIMARY KEY,
    name  text NOT NULL
);
CREATE TABLE room (
    number smallint PRIMARY KEY CHECK (number BETWEEN 1 AND 999),
    seats  smallint NOT NULL CHECK (seats BETWEEN 8 AND 40)
);
CREATE TABLE subject (
    id   smallint PRIMARY KEY,
    name text NOT NULL UNIQUE,
    hours_a_week smallint CHECK (hours_a_week BETWEEN 1 AND 8)
);
CREATE TABLE class (
    year    smallint NOT NULL CHECK (year BETWEEN 1 AND 13),
    letter  char(1) NOT NULL CHECK (letter IN ('a', 'b', 'c', 'd')),
    head    char(3) NOT NULL UNIQUE REFERENCES teacher,
    PRIMARY KEY (year, letter)
);
CREATE TABLE pupil (
    id     integer PRIMARY KEY,
    year   smallint NOT NULL,
    letter char(1) NOT NULL,
    name   text NOT NULL,
    born   date NOT NULL CHECK (date_part('year', born) >= 2000),
    FOREIGN KEY (year, letter) REFERENCES class
);
CREATE TABLE teaches (
    teacher    char(3) NOT NULL REFERENCES teacher,
    subject_id smallint NOT NULL REFERENCES subject,
    PRIMARY KEY (teacher, subject_id)
);
CREATE TABLE lesson (
    day        weekday NOT NULL,
    hour       smallint NOT NULL CHECK (hour BETWEEN 1 AND 10),
    teacher    char(3) NOT NULL,
    subject_id smallint NOT NULL,
    room       smallint NOT NULL REFERENCES room,
    year       smallint NOT NULL,
    letter     char(1) NOT NULL,
    PRIMARY KEY (day, hour, room),
    UNIQUE (day, hour, teacher),
    UNIQUE (day, hour, year, letter),
    FOREIGN KEY (teacher, subject_id) REFERENCES teaches,
    FOREIGN KEY (year, letter) REFERENCES class
);
CREATE TABLE grade (
    pupil_id   integer NOT NULL REFERENCES pupil,
    subject_id smallint NOT NULL REFERENCES subject,
    term       smallint NOT NULL CHECK (term IN (1, 2)),
    grade      numeric(2,1) NOT NULL CHECK (grade BETWEEN 1 AND 6 AND grade * 10 % 5 = 0),
    PRIMARY KEY (pupil_id, subject_id, term)
);
