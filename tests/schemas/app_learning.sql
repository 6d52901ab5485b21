-- A learning platform with table prefix mdl_, unix-epoch bigints, context paths and 0/1 smallints.

CREATE DOMAIN mdl_epoch AS bigint DEFAULT 0 CHECK (VALUE >= 0);
CREATE DOMAIN mdl_flag AS smallint DEFAULT 0 CHECK (VALUE IN (0, 1));

CREATE TABLE mdl_user (
    id bigserial CONSTRAINT mdl_user_id_pk PRIMARY KEY,
    auth varchar(20) NOT NULL DEFAULT 'manual',
    confirmed mdl_flag NOT NULL,
    policyagreed mdl_flag NOT NULL,
    deleted mdl_flag NOT NULL,
    suspended mdl_flag NOT NULL,
    mnethostid bigint NOT NULL DEFAULT 0,
    username varchar(100) NOT NULL DEFAULT '',
    password varchar(255) NOT NULL DEFAULT '',
    idnumber varchar(255) NOT NULL DEFAULT '',
    firstname varchar(100) NOT NULL DEFAULT '',
    lastname varchar(100) NOT NULL DEFAULT '',
    email varchar(100) NOT NULL DEFAULT '',
    emailstop mdl_flag NOT NULL,
    city varchar(120) NOT NULL DEFAULT '',
    country varchar(2) NOT NULL DEFAULT '',
    lang varchar(30) NOT NULL DEFAULT 'en',
    timezone varchar(100) NOT NULL DEFAULT '99',
    firstaccess mdl_epoch NOT NULL,
    lastaccess mdl_epoch NOT NULL,
    lastlogin mdl_epoch NOT NULL,
    lastip varchar(45) NOT NULL DEFAULT '',
    picture bigint NOT NULL DEFAULT 0,
    description text,
    descriptionformat smallint NOT NULL DEFAULT 1,
    maildigest smallint NOT NULL DEFAULT 0,
    timecreated mdl_epoch NOT NULL,
    timemodified mdl_epoch NOT NULL,
    CONSTRAINT mdl_user_username_ck CHECK (username = lower(username) AND username ~ '^[-._@a-z0-9]+$'),
    CONSTRAINT mdl_user_country_ck CHECK (country = '' OR country ~ '^[A-Z]{2}$'),
    CONSTRAINT mdl_user_format_ck CHECK (descriptionformat IN (0, 1, 2, 4)),
    CONSTRAINT mdl_user_access_ck CHECK (firstaccess <= lastaccess),
    CONSTRAINT mdl_user_digest_ck CHECK (maildigest BETWEEN 0 AND 2)
);
CREATE UNIQUE INDEX mdl_user_mneuse_uix ON mdl_user (mnethostid, username);
CREATE UNIQUE INDEX mdl_user_idnumber_uix ON mdl_user (idnumber) WHERE idnumber <> '' AND deleted = 0;
CREATE INDEX mdl_user_ema_ix ON mdl_user (lower(email::text));
COMMENT ON TABLE mdl_user IS 'One record for each person';

CREATE TABLE mdl_course_categories (
    id bigserial PRIMARY KEY,
    name varchar(255) NOT NULL DEFAULT '',
    idnumber varchar(100),
    description text,
    parent bigint NOT NULL DEFAULT 0,
    sortorder bigint NOT NULL DEFAULT 0,
    coursecount bigint NOT NULL DEFAULT 0 CHECK (coursecount >= 0),
    visible smallint NOT NULL DEFAULT 1,
    visibleold smallint NOT NULL DEFAULT 1,
    timemodified mdl_epoch NOT NULL,
    depth bigint NOT NULL DEFAULT 0,
    path varchar(255) NOT NULL DEFAULT '',
    theme varchar(50),
    CHECK (visible IN (0, 1) AND visibleold IN (0, 1)),
    CHECK (depth >= 0),
    CHECK (path = '' OR path ~ '^(/[0-9]+)+$')
);
COMMENT ON COLUMN mdl_course_categories.parent IS '0 at the top, so there is no foreign key';
CREATE UNIQUE INDEX mdl_courcate_idn_uix ON mdl_course_categories (idnumber) WHERE idnumber IS NOT NULL;

CREATE TABLE mdl_course (
    id bigserial PRIMARY KEY,
    category bigint NOT NULL REFERENCES mdl_course_categories (id),
    sortorder bigint NOT NULL DEFAULT 0,
    fullname varchar(254) NOT NULL DEFAULT '',
    shortname varchar(255) NOT NULL DEFAULT '',
    idnumber varchar(100) NOT NULL DEFAULT '',
    summary text,
    summaryformat smallint NOT NULL DEFAULT 0,
    format varchar(21) NOT NULL DEFAULT 'topics',
    showgrades mdl_flag NOT NULL DEFAULT 1,
    newsitems integer NOT NULL DEFAULT 1,
    startdate mdl_epoch NOT NULL,
    enddate mdl_epoch NOT NULL,
    marker bigint NOT NULL DEFAULT 0,
    maxbytes bigint NOT NULL DEFAULT 0,
    visible mdl_flag NOT NULL DEFAULT 1,
    groupmode smallint NOT NULL DEFAULT 0,
    groupmodeforce mdl_flag NOT NULL,
    defaultgroupingid bigint NOT NULL DEFAULT 0,
    lang varchar(30) NOT NULL DEFAULT '',
    timecreated mdl_epoch NOT NULL,
    timemodified mdl_epoch NOT NULL,
    enablecompletion mdl_flag NOT NULL,
    originalcourseid bigint REFERENCES mdl_course (id) ON DELETE SET NULL,
    CONSTRAINT mdl_cour_dates_ck CHECK (enddate = 0 OR enddate > startdate),
    CONSTRAINT mdl_cour_groupmode_ck CHECK (groupmode IN (0, 1, 2)),
    CONSTRAINT mdl_cour_maxbytes_ck CHECK (maxbytes >= 0)
);
CREATE UNIQUE INDEX mdl_cour_sho_uix ON mdl_course (lower(shortname::text));
CREATE UNIQUE INDEX mdl_cour_idn_uix ON mdl_course (idnumber) WHERE idnumber <> '';

CREATE TABLE mdl_course_sections (
    id bigserial PRIMARY KEY,
    course bigint NOT NULL REFERENCES mdl_course (id) ON DELETE CASCADE,
    section bigint NOT NULL DEFAULT 0,
    name varchar(255),
    summary text,
    summaryformat smallint NOT NULL DEFAULT 0,
    sequence text CHECK (sequence ~ '^([0-9]+(,[0-9]+)*)?$'),
    visible smallint NOT NULL DEFAULT 1,
    availability text,
    timemodified mdl_epoch NOT NULL,
    CONSTRAINT mdl_coursect_cousec_uk UNIQUE (course, section),
    UNIQUE (id, course)
);

CREATE TABLE mdl_modules (
    id bigserial PRIMARY KEY,
    name varchar(20) NOT NULL DEFAULT '' CHECK (name ~ '^[a-z][a-z0-9]*$'),
    cron bigint NOT NULL DEFAULT 0,
    lastcron bigint NOT NULL DEFAULT 0,
    search varchar(255) NOT NULL DEFAULT '',
    visible smallint NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX mdl_modu_nam_ix ON mdl_modules (name);

CREATE TABLE mdl_course_modules (
    id bigserial PRIMARY KEY,
    course bigint NOT NULL REFERENCES mdl_course (id) ON DELETE CASCADE,
    module bigint NOT NULL REFERENCES mdl_modules (id),
    instance bigint NOT NULL DEFAULT 0,
    section bigint NOT NULL,
    idnumber varchar(100),
    added mdl_epoch NOT NULL,
    score smallint NOT NULL DEFAULT 0,
    indent integer NOT NULL DEFAULT 0 CHECK (indent BETWEEN 0 AND 16),
    visible mdl_flag NOT NULL DEFAULT 1,
    visibleoncoursepage mdl_flag NOT NULL DEFAULT 1,
    completion smallint NOT NULL DEFAULT 0 CHECK (completion IN (0, 1, 2)),
    completiongradeitemnumber bigint,
    completionexpected mdl_epoch NOT NULL,
    availability text,
    deletioninprogress mdl_flag NOT NULL,
    FOREIGN KEY (section, course) REFERENCES mdl_course_sections (id, course),
    CONSTRAINT mdl_courmodu_grade_ck CHECK (completiongradeitemnumber IS NULL OR completion = 2),
    CONSTRAINT mdl_courmodu_avail_ck CHECK (availability IS NULL OR availability::jsonb ? 'op')
);
CREATE UNIQUE INDEX mdl_courmodu_modins_uix ON mdl_course_modules (module, instance) WHERE instance <> 0;
CREATE UNIQUE INDEX mdl_courmodu_idncou_uix ON mdl_course_modules (idnumber, course);

CREATE TABLE mdl_context (
    id bigserial PRIMARY KEY,
    contextlevel bigint NOT NULL DEFAULT 0 CHECK (contextlevel IN (10, 30, 40, 50, 70, 80)),
    instanceid bigint NOT NULL DEFAULT 0,
    path varchar(255) CHECK (path ~ '^(/[0-9]+)+$'),
    depth smallint NOT NULL DEFAULT 0,
    locked mdl_flag NOT NULL
);
CREATE UNIQUE INDEX mdl_cont_conins_uix ON mdl_context (contextlevel, instanceid);
CREATE INDEX mdl_cont_pat_ix ON mdl_context (path varchar_pattern_ops);

CREATE TABLE mdl_role (
    id bigserial PRIMARY KEY,
    name varchar(255) NOT NULL DEFAULT '',
    shortname varchar(100) NOT NULL DEFAULT '',
    description text NOT NULL,
    sortorder bigint NOT NULL DEFAULT 0,
    archetype varchar(30) NOT NULL DEFAULT '' CHECK (archetype IN ('', 'manager', 'coursecreator', 'editingteacher', 'teacher', 'student', 'guest', 'user', 'frontpage')),
    CONSTRAINT mdl_role_sor_uix UNIQUE (sortorder) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT mdl_role_sho_uix UNIQUE (shortname)
);

CREATE TABLE mdl_role_capabilities (
    id bigserial PRIMARY KEY,
    contextid bigint NOT NULL REFERENCES mdl_context (id) ON DELETE CASCADE,
    roleid bigint NOT NULL REFERENCES mdl_role (id) ON DELETE CASCADE,
    capability varchar(255) NOT NULL DEFAULT '' CHECK (capability ~ '^[a-z0-9_]+/[a-z0-9_]+:[a-z0-9_]+$'),
    permission bigint NOT NULL DEFAULT 0 CHECK (permission IN (1, -1, -1000)),
    timemodified mdl_epoch NOT NULL,
    modifierid bigint REFERENCES mdl_user (id),
    CONSTRAINT mdl_rolecapa_rolconcap_uk UNIQUE (roleid, contextid, capability)
);

CREATE TABLE mdl_role_assignments (
    id bigserial PRIMARY KEY,
    roleid bigint NOT NULL REFERENCES mdl_role (id),
    contextid bigint NOT NULL REFERENCES mdl_context (id),
    userid bigint NOT NULL REFERENCES mdl_user (id),
    timemodified mdl_epoch NOT NULL,
    modifierid bigint NOT NULL DEFAULT 0,
    component varchar(100) NOT NULL DEFAULT '',
    itemid bigint NOT NULL DEFAULT 0,
    sortorder bigint NOT NULL DEFAULT 0,
    CONSTRAINT mdl_roleassi_item_ck CHECK (itemid = 0 OR component <> ''),
    UNIQUE (roleid, contextid, userid, component, itemid)
);

CREATE TABLE mdl_enrol (
    id bigserial PRIMARY KEY,
    enrol varchar(20) NOT NULL DEFAULT '' CHECK (enrol IN ('manual', 'self', 'guest', 'cohort', 'meta', 'fee', 'lti')),
    status bigint NOT NULL DEFAULT 0 CHECK (status IN (0, 1)),
    courseid bigint NOT NULL REFERENCES mdl_course (id) ON DELETE CASCADE,
    sortorder bigint NOT NULL DEFAULT 0,
    name varchar(255),
    enrolperiod bigint DEFAULT 0,
    enrolstartdate bigint DEFAULT 0,
    enrolenddate bigint DEFAULT 0,
    password varchar(50),
    cost varchar(20),
    currency varchar(3),
    roleid bigint REFERENCES mdl_role (id),
    customint1 bigint,
    customchar1 varchar(255),
    customdec1 numeric(12,7),
    customtext1 text,
    timecreated mdl_epoch NOT NULL,
    timemodified mdl_epoch NOT NULL,
    CONSTRAINT mdl_enro_dates_ck CHECK (enrolenddate = 0 OR enrolstartdate <= enrolenddate),
    CONSTRAINT mdl_enro_fee_ck CHECK (enrol <> 'fee' OR (cost ~ '^[0-9]+(\.[0-9]{1,2})?$' AND currency ~ '^[A-Z]{3}$'))
);

CREATE TABLE mdl_user_enrolments (
    id bigserial PRIMARY KEY,
    status bigint NOT NULL DEFAULT 0 CHECK (status IN (0, 1)),
    enrolid bigint NOT NULL REFERENCES mdl_enrol (id) ON DELETE CASCADE,
    userid bigint NOT NULL REFERENCES mdl_user (id),
    timestart bigint NOT NULL DEFAULT 0,
    timeend bigint NOT NULL DEFAULT 2147483647,
    modifierid bigint NOT NULL REFERENCES mdl_user (id),
    timecreated mdl_epoch NOT NULL,
    timemodified mdl_epoch NOT NULL,
    CONSTRAINT mdl_userenro_enruse_uk UNIQUE (enrolid, userid),
    CONSTRAINT mdl_userenro_time_ck CHECK (timeend = 0 OR timestart < timeend)
);

CREATE TABLE mdl_groups (
    id bigserial PRIMARY KEY,
    courseid bigint NOT NULL REFERENCES mdl_course (id) ON DELETE CASCADE,
    idnumber varchar(100) NOT NULL DEFAULT '',
    name varchar(254) NOT NULL DEFAULT '',
    description text,
    enrolmentkey varchar(50),
    visibility smallint NOT NULL DEFAULT 0 CHECK (visibility BETWEEN 0 AND 3),
    timecreated mdl_epoch NOT NULL,
    timemodified mdl_epoch NOT NULL,
    UNIQUE (courseid, name),
    UNIQUE (id, courseid)
);

CREATE TABLE mdl_groups_members (
    id bigserial PRIMARY KEY,
    groupid bigint NOT NULL REFERENCES mdl_groups (id) ON DELETE CASCADE,
    userid bigint NOT NULL REFERENCES mdl_user (id),
    timeadded mdl_epoch NOT NULL,
    component varchar(100) NOT NULL DEFAULT '',
    itemid bigint NOT NULL DEFAULT 0,
    CONSTRAINT mdl_groumemb_usegro_uk UNIQUE (userid, groupid)
);

CREATE TABLE mdl_scale (
    id bigserial PRIMARY KEY,
    courseid bigint REFERENCES mdl_course (id),
    userid bigint REFERENCES mdl_user (id),
    name varchar(255) NOT NULL DEFAULT '',
    scale text NOT NULL CHECK (scale LIKE '%,%'),
    description text NOT NULL,
    timemodified mdl_epoch NOT NULL
);

CREATE TABLE mdl_grade_categories (
    id bigserial PRIMARY KEY,
    courseid bigint NOT NULL REFERENCES mdl_course (id) ON DELETE CASCADE,
    parent bigint,
    depth bigint NOT NULL DEFAULT 0,
    path varchar(255),
    fullname varchar(255) NOT NULL DEFAULT '',
    aggregation bigint NOT NULL DEFAULT 0,
    keephigh bigint NOT NULL DEFAULT 0,
    droplow bigint NOT NULL DEFAULT 0,
    hidden mdl_flag NOT NULL,
    timecreated mdl_epoch NOT NULL,
    timemodified mdl_epoch NOT NULL,
    UNIQUE (courseid, id),
    FOREIGN KEY (courseid, parent) REFERENCES mdl_grade_categories (courseid, id),
    CONSTRAINT mdl_gradcate_aggr_ck CHECK (aggregation IN (0, 2, 4, 6, 8, 10, 11, 12, 13)),
    CONSTRAINT mdl_gradcate_keepdrop_ck CHECK (keephigh = 0 OR droplow = 0),
    CONSTRAINT mdl_gradcate_top_ck CHECK ((parent IS NULL) = (depth = 1)),
    CONSTRAINT mdl_gradcate_depth_ck CHECK (depth BETWEEN 1 AND 20)
);
CREATE UNIQUE INDEX mdl_gradcate_top_uix ON mdl_grade_categories (courseid) WHERE parent IS NULL;

CREATE TABLE mdl_grade_items (
    id bigserial PRIMARY KEY,
    courseid bigint REFERENCES mdl_course (id),
    categoryid bigint,
    itemname varchar(255),
    itemtype varchar(30) NOT NULL DEFAULT '',
    itemmodule varchar(30),
    iteminstance bigint,
    itemnumber bigint,
    idnumber varchar(255),
    calculation text,
    gradetype smallint NOT NULL DEFAULT 1 CHECK (gradetype BETWEEN 0 AND 3),
    grademax numeric(10,5) NOT NULL DEFAULT 100,
    grademin numeric(10,5) NOT NULL DEFAULT 0,
    scaleid bigint REFERENCES mdl_scale (id),
    gradepass numeric(10,5) NOT NULL DEFAULT 0,
    multfactor numeric(10,5) NOT NULL DEFAULT 1.0,
    plusfactor numeric(10,5) NOT NULL DEFAULT 0,
    aggregationcoef numeric(10,5) NOT NULL DEFAULT 0,
    sortorder bigint NOT NULL DEFAULT 0,
    hidden bigint NOT NULL DEFAULT 0,
    locked bigint NOT NULL DEFAULT 0,
    timecreated bigint,
    timemodified bigint,
    FOREIGN KEY (courseid, categoryid) REFERENCES mdl_grade_categories (courseid, id),
    CONSTRAINT mdl_graditem_type_ck CHECK (itemtype IN ('course', 'category', 'manual', 'mod')),
    CONSTRAINT mdl_graditem_range_ck CHECK (grademin <= grademax AND gradepass BETWEEN grademin AND grademax),
    CONSTRAINT mdl_graditem_scale_ck CHECK (gradetype <> 2 OR scaleid IS NOT NULL),
    CONSTRAINT mdl_graditem_mod_ck CHECK (CASE WHEN itemtype = 'mod' THEN itemmodule IS NOT NULL AND iteminstance IS NOT NULL ELSE itemmodule IS NULL END)
);
CREATE UNIQUE INDEX mdl_graditem_uix ON mdl_grade_items (courseid, itemmodule, iteminstance, itemnumber) WHERE itemtype = 'mod';

CREATE TABLE mdl_grade_grades (
    id bigserial PRIMARY KEY,
    itemid bigint NOT NULL REFERENCES mdl_grade_items (id),
    userid bigint NOT NULL REFERENCES mdl_user (id),
    rawgrade numeric(10,5),
    rawgrademax numeric(10,5) NOT NULL DEFAULT 100,
    rawgrademin numeric(10,5) NOT NULL DEFAULT 0,
    rawscaleid bigint REFERENCES mdl_scale (id),
    usermodified bigint REFERENCES mdl_user (id),
    finalgrade numeric(10,5),
    hidden bigint NOT NULL DEFAULT 0,
    overridden bigint NOT NULL DEFAULT 0,
    excluded bigint NOT NULL DEFAULT 0,
    feedback text,
    aggregationstatus varchar(10) NOT NULL DEFAULT 'unknown' CHECK (aggregationstatus IN ('unknown', 'dropped', 'novalue', 'used', 'extra')),
    aggregationweight numeric(10,5) CHECK (aggregationweight BETWEEN 0 AND 1),
    timecreated bigint,
    timemodified bigint,
    CONSTRAINT mdl_gradgrad_useite_uk UNIQUE (userid, itemid),
    CONSTRAINT mdl_gradgrad_raw_ck CHECK (rawgrade BETWEEN rawgrademin AND rawgrademax)
);

CREATE TABLE mdl_question_categories (
    id bigserial PRIMARY KEY,
    name varchar(255) NOT NULL DEFAULT '',
    contextid bigint NOT NULL REFERENCES mdl_context (id),
    info text NOT NULL,
    stamp varchar(255) NOT NULL DEFAULT '',
    parent bigint NOT NULL DEFAULT 0,
    sortorder bigint NOT NULL DEFAULT 999,
    idnumber varchar(100),
    UNIQUE (contextid, stamp),
    UNIQUE (contextid, idnumber)
);

CREATE TABLE mdl_question (
    id bigserial PRIMARY KEY,
    parent bigint NOT NULL DEFAULT 0,
    name varchar(255) NOT NULL DEFAULT '',
    questiontext text NOT NULL,
    defaultmark numeric(12,7) NOT NULL DEFAULT 1 CHECK (defaultmark >= 0),
    penalty numeric(12,7) NOT NULL DEFAULT 0.3333333 CHECK (penalty >= 0 AND penalty <= 1),
    qtype varchar(20) NOT NULL DEFAULT '',
    length bigint NOT NULL DEFAULT 1,
    stamp varchar(255) NOT NULL DEFAULT '',
    createdby bigint REFERENCES mdl_user (id),
    modifiedby bigint REFERENCES mdl_user (id),
    timecreated mdl_epoch NOT NULL,
    timemodified mdl_epoch NOT NULL,
    CHECK (timemodified >= timecreated)
);

CREATE TABLE mdl_question_bank_entries (
    id bigserial PRIMARY KEY,
    questioncategoryid bigint NOT NULL REFERENCES mdl_question_categories (id),
    idnumber varchar(100),
    ownerid bigint REFERENCES mdl_user (id),
    UNIQUE (questioncategoryid, idnumber)
);

CREATE TABLE mdl_question_versions (
    id bigserial PRIMARY KEY,
    questionbankentryid bigint NOT NULL REFERENCES mdl_question_bank_entries (id),
    version bigint NOT NULL DEFAULT 1 CHECK (version >= 1),
    questionid bigint NOT NULL UNIQUE REFERENCES mdl_question (id),
    status varchar(10) NOT NULL DEFAULT 'ready' CHECK (status IN ('ready', 'hidden', 'draft')),
    UNIQUE (questionbankentryid, version)
);

CREATE TABLE mdl_question_answers (
    id bigserial PRIMARY KEY,
    question bigint NOT NULL REFERENCES mdl_question (id) ON DELETE CASCADE,
    answer text NOT NULL,
    answerformat smallint NOT NULL DEFAULT 0,
    fraction numeric(12,7) NOT NULL DEFAULT 0 CHECK (fraction BETWEEN -1 AND 1),
    feedback text NOT NULL
);

CREATE TABLE mdl_quiz (
    id bigserial PRIMARY KEY,
    course bigint NOT NULL REFERENCES mdl_course (id),
    name varchar(255) NOT NULL DEFAULT '',
    intro text NOT NULL,
    timeopen mdl_epoch NOT NULL,
    timeclose mdl_epoch NOT NULL,
    timelimit bigint NOT NULL DEFAULT 0 CHECK (timelimit >= 0),
    overduehandling varchar(16) NOT NULL DEFAULT 'autoabandon' CHECK (overduehandling IN ('autosubmit', 'graceperiod', 'autoabandon')),
    graceperiod bigint NOT NULL DEFAULT 0,
    preferredbehaviour varchar(32) NOT NULL DEFAULT '',
    attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    grademethod smallint NOT NULL DEFAULT 1 CHECK (grademethod BETWEEN 1 AND 4),
    decimalpoints smallint NOT NULL DEFAULT 2 CHECK (decimalpoints BETWEEN 0 AND 5),
    sumgrades numeric(10,5) NOT NULL DEFAULT 0,
    grade numeric(10,5) NOT NULL DEFAULT 0,
    password varchar(255) NOT NULL DEFAULT '',
    subnet varchar(255) NOT NULL DEFAULT '',
    timecreated mdl_epoch NOT NULL,
    timemodified mdl_epoch NOT NULL,
    CONSTRAINT mdl_quiz_open_ck CHECK (timeopen = 0 OR timeclose = 0 OR timeclose > timeopen),
    CONSTRAINT mdl_quiz_grace_ck CHECK (overduehandling <> 'graceperiod' OR graceperiod >= 60)
);

CREATE TABLE mdl_quiz_slots (
    id bigserial PRIMARY KEY,
    slot bigint NOT NULL CHECK (slot >= 1),
    quizid bigint NOT NULL REFERENCES mdl_quiz (id) ON DELETE CASCADE,
    page bigint NOT NULL CHECK (page >= 1),
    displaynumber varchar(16),
    requireprevious smallint NOT NULL DEFAULT 0,
    maxmark numeric(12,7) NOT NULL DEFAULT 0 CHECK (maxmark >= 0),
    questionbankentryid bigint REFERENCES mdl_question_bank_entries (id),
    CONSTRAINT mdl_quizslot_quislo_uix UNIQUE (quizid, slot) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT mdl_quizslot_page_ck CHECK (page <= slot)
);

CREATE TABLE mdl_quiz_attempts (
    id bigserial PRIMARY KEY,
    quiz bigint NOT NULL REFERENCES mdl_quiz (id),
    userid bigint NOT NULL REFERENCES mdl_user (id),
    attempt integer NOT NULL DEFAULT 0,
    uniqueid bigint NOT NULL DEFAULT 0,
    layout text NOT NULL CHECK (layout ~ '^[0-9]+(,[0-9]+)*$'),
    currentpage bigint NOT NULL DEFAULT 0,
    preview smallint NOT NULL DEFAULT 0,
    state varchar(16) NOT NULL DEFAULT 'inprogress',
    timestart mdl_epoch NOT NULL,
    timefinish mdl_epoch NOT NULL,
    timemodified mdl_epoch NOT NULL,
    timecheckstate bigint DEFAULT 0,
    sumgrades numeric(10,5),
    CONSTRAINT mdl_quizatte_quiuseatt_uix UNIQUE (quiz, userid, attempt),
    CONSTRAINT mdl_quizatte_uni_uk UNIQUE (uniqueid),
    CONSTRAINT mdl_quizatte_attempt_ck CHECK (attempt > 0),
    CONSTRAINT mdl_quizatte_state_ck CHECK (state IN ('inprogress', 'overdue', 'finished', 'abandoned')),
    CONSTRAINT mdl_quizatte_finish_ck CHECK ((state = 'finished' AND timefinish >= timestart) OR (state <> 'finished' AND timefinish = 0)),
    CONSTRAINT mdl_quizatte_sum_ck CHECK (state = 'finished' OR sumgrades IS NULL)
);
CREATE UNIQUE INDEX mdl_quizatte_open_uix ON mdl_quiz_attempts (quiz, userid) WHERE state IN ('inprogress', 'overdue') AND preview = 0;

CREATE TABLE mdl_assign (
    id bigserial PRIMARY KEY,
    course bigint NOT NULL REFERENCES mdl_course (id),
    name varchar(255) NOT NULL DEFAULT '',
    intro text NOT NULL,
    duedate mdl_epoch NOT NULL,
    cutoffdate mdl_epoch NOT NULL,
    gradingduedate mdl_epoch NOT NULL,
    allowsubmissionsfromdate mdl_epoch NOT NULL,
    grade bigint NOT NULL DEFAULT 0,
    teamsubmission mdl_flag NOT NULL,
    blindmarking mdl_flag NOT NULL,
    maxattempts integer NOT NULL DEFAULT -1 CHECK (maxattempts = -1 OR maxattempts BETWEEN 1 AND 30),
    CONSTRAINT mdl_assi_due_ck CHECK (duedate = 0 OR allowsubmissionsfromdate = 0 OR duedate > allowsubmissionsfromdate),
    CONSTRAINT mdl_assi_cutoff_ck CHECK (cutoffdate = 0 OR duedate = 0 OR cutoffdate >= duedate)
);
COMMENT ON COLUMN mdl_assign.grade IS 'positive: maximum points; negative: minus the scale id';

CREATE TABLE mdl_assign_submission (
    id bigserial PRIMARY KEY,
    assignment bigint NOT NULL REFERENCES mdl_assign (id),
    userid bigint NOT NULL DEFAULT 0,
    timecreated mdl_epoch NOT NULL,
    timemodified mdl_epoch NOT NULL,
    status varchar(10) CHECK (status IN ('new', 'draft', 'reopened', 'submitted')),
    groupid bigint NOT NULL DEFAULT 0,
    attemptnumber bigint NOT NULL DEFAULT 0 CHECK (attemptnumber >= 0),
    latest mdl_flag NOT NULL,
    CONSTRAINT mdl_assisubm_who_ck CHECK (userid = 0 OR groupid = 0),
    CONSTRAINT mdl_assisubm_assusegro_uix UNIQUE (assignment, userid, groupid, attemptnumber)
);
CREATE UNIQUE INDEX mdl_assisubm_latest_uix ON mdl_assign_submission (assignment, userid, groupid) WHERE latest = 1;

CREATE FUNCTION mdl_count_courses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE mdl_course_categories c
       SET coursecount = (SELECT count(*) FROM mdl_course k WHERE k.category = c.id)
     WHERE c.id IN (SELECT NEW.category UNION ALL SELECT OLD.category WHERE TG_OP = 'UPDATE');
    RETURN NEW;
END $$;
CREATE TRIGGER mdl_course_count AFTER INSERT OR UPDATE OF category ON mdl_course FOR EACH ROW EXECUTE FUNCTION mdl_count_courses();
