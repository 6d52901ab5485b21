// Any row of a table of a billion rows, both ways: from its number to its key and back, and from a row to its
// parent.
#include <cstdio>

#include <synth/synth.hpp>

struct account {
    synth::uuid id{};
    std::string holder{};
};
struct transfer {
    std::int64_t id{};
    synth::uuid account_id{};
    synth::decimal<18, 2> amount{};
};

template<>
inline constexpr auto synth::table<transfer> =
    synth::describe<transfer>(synth::references<&transfer::account_id, &account::id>(),
                              synth::column<&transfer::amount>(synth::uniform(-500.00, 500.00)));

using bank = synth::schema<account, transfer>;

int main() {
    const synth::dataset<bank> data{synth::count<account>{50'000'000}, synth::count<transfer>{1'000'000'000}};
    const transfer last = data.row<transfer>(999'999'999);
    const std::uint64_t parent = *data.parent<&transfer::account_id>(999'999'999);
    std::printf("transfer %lld, amount %lld cents, account in row %llu\n", static_cast<long long>(last.id),
                static_cast<long long>(last.amount.units), static_cast<unsigned long long>(parent));
    std::printf("the account's key leads back to row %llu\n",
                static_cast<unsigned long long>(*data.row_of<&account::id>(last.account_id)));
}
