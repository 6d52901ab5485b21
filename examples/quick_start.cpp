// Two tables, ten customers, their orders: as rows in memory and as CSV files.
#include <cstdio>

#include <synth/synth.hpp>

struct customer {
    std::int64_t id{};
    std::string name{};
    std::optional<std::string> email{};
    synth::timestamp joined_at{};
};

struct order {
    std::int64_t id{};
    std::int64_t customer_id{};
    synth::decimal<12, 2> total{};
    synth::timestamp placed_at{};
};

template<>
inline constexpr auto synth::table<order> =
    synth::describe<order>(synth::named("orders"),
                           synth::references<&order::customer_id, &customer::id>(synth::zipf(1.1)),
                           synth::column<&order::total>(synth::lognormal(3.2, 0.9)));

using shop = synth::schema<customer, order>;

int main() {
    const synth::dataset<shop> data{synth::seed{42}, synth::count<customer>{1'000},
                                    synth::count<order>{10'000}};

    const order one = data.row<order>(7'123); // nothing before it is made
    std::printf("order %lld belongs to customer %lld\n", static_cast<long long>(one.id),
                static_cast<long long>(one.customer_id));

    synth::decimal<12, 2> sum{};
    for (const order& each : data.rows<order>()) { // a random-access range, no memory
        sum = sum + each.total;
    }
    std::printf("%llu orders, %lld.%02lld in all\n", static_cast<unsigned long long>(data.size<order>()),
                static_cast<long long>(sum.units / 100), static_cast<long long>(sum.units % 100));

    const std::vector<order> fixture = data.collect<order>(0, 3);
    std::printf("a fixture of %zu orders\n", fixture.size());

    synth::write(data, synth::csv("quick_start_files")); // customer.csv, orders.csv: parents first
}
