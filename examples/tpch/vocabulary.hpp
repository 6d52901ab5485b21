// The words of TPC-H, after clauses 4.2.2.13, 4.2.2.14 and 4.2.3 of the specification 3.0.1.
#ifndef EXAMPLES_TPCH_VOCABULARY_HPP
#define EXAMPLES_TPCH_VOCABULARY_HPP

#include <array>
#include <cstdint>
#include <string_view>

namespace tpch {

// ---- values of columns ----

struct nation_name {
    std::string_view name;
    std::uint64_t region{};
};

inline constexpr std::array<std::string_view, 5> regions{"AFRICA", "AMERICA", "ASIA", "EUROPE",
                                                         "MIDDLE EAST"};

inline constexpr std::array<nation_name, 25> nations{{
    {"ALGERIA", 0},      {"ARGENTINA", 1},  {"BRAZIL", 1},  {"CANADA", 1},         {"EGYPT", 4},
    {"ETHIOPIA", 0},     {"FRANCE", 3},     {"GERMANY", 3}, {"INDIA", 2},          {"INDONESIA", 2},
    {"IRAN", 4},         {"IRAQ", 4},       {"JAPAN", 2},   {"JORDAN", 4},         {"KENYA", 0},
    {"MOROCCO", 0},      {"MOZAMBIQUE", 0}, {"PERU", 1},    {"CHINA", 2},          {"ROMANIA", 3},
    {"SAUDI ARABIA", 4}, {"VIETNAM", 2},    {"RUSSIA", 3},  {"UNITED KINGDOM", 3}, {"UNITED STATES", 1},
}};

inline constexpr auto colours = std::to_array<std::string_view>(
    {"almond",   "antique",   "aquamarine", "azure",      "beige",     "bisque",    "black",
     "blanched", "blue",      "blush",      "brown",      "burlywood", "burnished", "chartreuse",
     "chiffon",  "chocolate", "coral",      "cornflower", "cornsilk",  "cream",     "cyan",
     "dark",     "deep",      "dim",        "dodger",     "drab",      "firebrick", "floral",
     "forest",   "frosted",   "gainsboro",  "ghost",      "goldenrod", "green",     "grey",
     "honeydew", "hot",       "indian",     "ivory",      "khaki",     "lace",      "lavender",
     "lawn",     "lemon",     "light",      "lime",       "linen",     "magenta",   "maroon",
     "medium",   "metallic",  "midnight",   "mint",       "misty",     "moccasin",  "navajo",
     "navy",     "olive",     "orange",     "orchid",     "pale",      "papaya",    "peach",
     "peru",     "pink",      "plum",       "powder",     "puff",      "purple",    "red",
     "rose",     "rosy",      "royal",      "saddle",     "salmon",    "sandy",     "seashell",
     "sienna",   "sky",       "slate",      "smoke",      "snow",      "spring",    "steel",
     "tan",      "thistle",   "tomato",     "turquoise",  "violet",    "wheat",     "white",
     "yellow"});
static_assert(colours.size() == 92);

inline constexpr auto type_sizes =
    std::to_array<std::string_view>({"STANDARD", "SMALL", "MEDIUM", "LARGE", "ECONOMY", "PROMO"});
inline constexpr auto type_finishes =
    std::to_array<std::string_view>({"ANODIZED", "BURNISHED", "PLATED", "POLISHED", "BRUSHED"});
inline constexpr auto type_metals =
    std::to_array<std::string_view>({"TIN", "NICKEL", "BRASS", "STEEL", "COPPER"});

inline constexpr auto container_sizes = std::to_array<std::string_view>({"SM", "LG", "MED", "JUMBO", "WRAP"});
inline constexpr auto container_kinds =
    std::to_array<std::string_view>({"CASE", "BOX", "BAG", "JAR", "PKG", "PACK", "CAN", "DRUM"});

inline constexpr auto segments =
    std::to_array<std::string_view>({"AUTOMOBILE", "BUILDING", "FURNITURE", "MACHINERY", "HOUSEHOLD"});
inline constexpr auto priorities =
    std::to_array<std::string_view>({"1-URGENT", "2-HIGH", "3-MEDIUM", "4-NOT SPECIFIED", "5-LOW"});
inline constexpr auto instructions =
    std::to_array<std::string_view>({"DELIVER IN PERSON", "COLLECT COD", "NONE", "TAKE BACK RETURN"});
inline constexpr auto modes =
    std::to_array<std::string_view>({"REG AIR", "AIR", "RAIL", "SHIP", "TRUCK", "MAIL", "FOB"});

// ---- the grammar of comments ----

// A word, or a form of a phrase or a sentence, as often as its weight says.
struct weighted_word {
    std::string_view text;
    std::uint32_t weight{1};
};

inline constexpr auto nouns = std::to_array<weighted_word>({{"packages", 40},
                                                            {"requests", 40},
                                                            {"accounts", 40},
                                                            {"deposits", 40},
                                                            {"foxes", 20},
                                                            {"ideas", 20},
                                                            {"theodolites", 20},
                                                            {"pinto beans", 20},
                                                            {"instructions", 20},
                                                            {"dependencies", 10},
                                                            {"excuses", 10},
                                                            {"platelets", 10},
                                                            {"asymptotes", 10},
                                                            {"courts", 5},
                                                            {"dolphins", 5},
                                                            {"multipliers"},
                                                            {"sauternes"},
                                                            {"warthogs"},
                                                            {"frets"},
                                                            {"dinos"},
                                                            {"attainments"},
                                                            {"somas"},
                                                            {"Tiresias'"},
                                                            {"patterns"},
                                                            {"forges"},
                                                            {"braids"},
                                                            {"hockey players"},
                                                            {"frays"},
                                                            {"warhorses"},
                                                            {"dugouts"},
                                                            {"notornis"},
                                                            {"epitaphs"},
                                                            {"pearls"},
                                                            {"tithes"},
                                                            {"waters"},
                                                            {"orbits"},
                                                            {"gifts"},
                                                            {"sheaves"},
                                                            {"depths"},
                                                            {"sentiments"},
                                                            {"decoys"},
                                                            {"realms"},
                                                            {"pains"},
                                                            {"grouches"},
                                                            {"escapades"}});

inline constexpr auto verbs = std::to_array<weighted_word>(
    {{"sleep", 20}, {"wake", 20}, {"are", 20},   {"cajole", 20},   {"haggle", 20}, {"nag", 10}, {"use", 10},
     {"boost", 10}, {"affix", 5}, {"detect", 5}, {"integrate", 5}, {"maintain"},   {"nod"},     {"was"},
     {"lose"},      {"sublate"},  {"solve"},     {"thrash"},       {"promise"},    {"engage"},  {"hinder"},
     {"print"},     {"x-ray"},    {"breach"},    {"eat"},          {"grow"},       {"impress"}, {"mold"},
     {"poach"},     {"serve"},    {"run"},       {"dazzle"},       {"snooze"},     {"doze"},    {"unwind"},
     {"kindle"},    {"play"},     {"hang"},      {"believe"},      {"doubt"}});

inline constexpr auto adjectives = std::to_array<weighted_word>(
    {{"special", 20}, {"pending", 20}, {"unusual", 20}, {"express", 20}, {"regular", 50}, {"final", 40},
     {"ironic", 40},  {"even", 30},    {"bold", 20},    {"silent", 10},  {"furious"},     {"sly"},
     {"careful"},     {"blithe"},      {"quick"},       {"fluffy"},      {"slow"},        {"quiet"},
     {"ruthless"},    {"thin"},        {"close"},       {"dogged"},      {"daring"},      {"brave"},
     {"stealthy"},    {"permanent"},   {"enticing"},    {"idle"},        {"busy"}});

inline constexpr auto adverbs = std::to_array<weighted_word>(
    {{"furiously", 50}, {"slyly", 50},  {"carefully", 50}, {"blithely", 40}, {"quickly", 30},
     {"fluffily", 20},  {"sometimes"},  {"always"},        {"never"},        {"slowly"},
     {"quietly"},       {"ruthlessly"}, {"thinly"},        {"closely"},      {"doggedly"},
     {"daringly"},      {"bravely"},    {"stealthily"},    {"permanently"},  {"enticingly"},
     {"idly"},          {"busily"},     {"regularly"},     {"finally"},      {"ironically"},
     {"evenly"},        {"boldly"},     {"silently"}});

inline constexpr auto prepositions = std::to_array<weighted_word>({{"about", 50},
                                                                   {"above", 50},
                                                                   {"according to", 50},
                                                                   {"across", 50},
                                                                   {"after", 50},
                                                                   {"against", 40},
                                                                   {"along", 40},
                                                                   {"alongside of", 30},
                                                                   {"among", 30},
                                                                   {"around", 20},
                                                                   {"at", 10},
                                                                   {"atop"},
                                                                   {"before"},
                                                                   {"behind"},
                                                                   {"beneath"},
                                                                   {"beside"},
                                                                   {"besides"},
                                                                   {"between"},
                                                                   {"beyond"},
                                                                   {"by"},
                                                                   {"despite"},
                                                                   {"during"},
                                                                   {"except"},
                                                                   {"for"},
                                                                   {"from"},
                                                                   {"in place of"},
                                                                   {"inside"},
                                                                   {"instead of"},
                                                                   {"into"},
                                                                   {"near"},
                                                                   {"of"},
                                                                   {"on"},
                                                                   {"outside"},
                                                                   {"over"},
                                                                   {"past"},
                                                                   {"since"},
                                                                   {"through"},
                                                                   {"throughout"},
                                                                   {"to"},
                                                                   {"toward"},
                                                                   {"under"},
                                                                   {"until"},
                                                                   {"up"},
                                                                   {"upon"},
                                                                   {"without"},
                                                                   {"with"},
                                                                   {"within"}});

inline constexpr auto auxiliaries = std::to_array<weighted_word>({{"do"},
                                                                  {"may"},
                                                                  {"might"},
                                                                  {"shall"},
                                                                  {"will"},
                                                                  {"would"},
                                                                  {"can"},
                                                                  {"could"},
                                                                  {"should"},
                                                                  {"ought to"},
                                                                  {"must"},
                                                                  {"will have to"},
                                                                  {"shall have to"},
                                                                  {"could have to"},
                                                                  {"should have to"},
                                                                  {"must have to"},
                                                                  {"need to"},
                                                                  {"try to"}});

inline constexpr auto terminators =
    std::to_array<weighted_word>({{".", 50}, {";"}, {":"}, {"?"}, {"!"}, {"--"}});

// Sentences: n and v are phrases around a noun and a verb, p is a preposition with a phrase around a noun.
inline constexpr auto sentences =
    std::to_array<weighted_word>({{"nv", 3}, {"nvp", 3}, {"nvn", 3}, {"npvn", 1}, {"npvp", 1}});
// Phrases: j is an adjective, a comma stands for itself, d is an adverb, x an auxiliary.
inline constexpr auto noun_phrases =
    std::to_array<weighted_word>({{"n", 10}, {"jn", 20}, {"j,jn", 10}, {"djn", 50}});
inline constexpr auto verb_phrases =
    std::to_array<weighted_word>({{"v", 30}, {"xv", 1}, {"vd", 40}, {"xvd", 1}});

} // namespace tpch

#endif
