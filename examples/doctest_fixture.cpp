// A fixture for a unit test: rows that keep every key and reference, the same in every run.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <synth/synth.hpp>

struct author {
    std::int64_t id{};
    std::string name{};
};
struct book {
    std::int64_t id{};
    std::int64_t author_id{};
    std::string title{};
};

template<>
inline constexpr auto synth::table<book> =
    synth::describe<book>(synth::references<&book::author_id, &author::id>());

TEST_CASE("every book has an author") {
    const synth::dataset<synth::schema<author, book>> library{synth::count<author>{20},
                                                              synth::count<book>{100}};
    for (const book& each : library.rows<book>()) {
        CHECK(library.row_of<&author::id>(each.author_id).has_value());
    }
}
