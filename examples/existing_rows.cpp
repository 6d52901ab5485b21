// References to rows that are there already: the plan is given their keys, and nothing of that table is
// written.
#include <cstdio>

#include <synth/synth.hpp>

struct country {
    std::string code{};
};

struct customer {
    std::int64_t id{};
    std::string home{};
};

template<>
inline constexpr auto synth::table<country> =
    synth::describe<country>(synth::filled_outside(), synth::primary_key<&country::code>());

template<>
inline constexpr auto synth::table<customer> =
    synth::describe<customer>(synth::references<&customer::home, &country::code>(synth::zipf(1.1)));

int main() {
    const synth::dataset<synth::schema<country, customer>> data{
        synth::existing_rows<country>{{{"FR"}, {"DE"}, {"AT"}}}, synth::count<customer>{1'000}};
    for (const customer& each : data.collect<customer>(0, 3)) {
        std::printf("%lld %s\n", static_cast<long long>(each.id), each.home.c_str());
    }
}
