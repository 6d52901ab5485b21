// Parts of a table, made anywhere and in any order, are the table: here three parts against the whole.
#include <cstdio>
#include <string>

#include <synth/synth.hpp>

struct reading {
    std::int64_t id{};
    std::int32_t sensor{};
    double value{};
};

template<>
inline constexpr auto synth::table<reading> =
    synth::describe<reading>(synth::column<&reading::sensor>(synth::uniform(1, 40)),
                             synth::column<&reading::value>(synth::normal(21.5, 3.0)));

using laboratory = synth::schema<reading>;

static std::string csv_of(const synth::dataset<laboratory>& data, synth::part which, unsigned threads) {
    std::string text;
    synth::write_table<reading>(data, synth::csv_format{"\n"}, {which, threads},
                                [&](std::string_view block) { text += block; });
    return text;
}

int main() {
    const synth::dataset<laboratory> data{synth::seed{7}, synth::count<reading>{100'000}};
    const std::string whole = csv_of(data, {}, 4);
    const std::string parts = csv_of(data, {1, 3}, 1) + csv_of(data, {2, 3}, 2) + csv_of(data, {3, 3}, 1);
    std::printf("whole: %zu bytes, three parts: %zu bytes, %s\n", whole.size(), parts.size(),
                whole == parts ? "equal" : "different");
    std::printf("%s", whole.substr(0, whole.find('\n', 80) + 1).c_str());
    return whole == parts ? 0 : 1;
}
