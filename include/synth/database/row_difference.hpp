// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_ROW_DIFFERENCE_HPP
#define SYNTH_DATABASE_ROW_DIFFERENCE_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <synth/database/row_digest.hpp>
#include <synth/database/row_hash.hpp>

namespace synth {

/// How much a search for differences may hold.
struct difference_limits {
    std::uint64_t rows{2'000'000};                   ///< of both sides together, some 60 bytes each
    std::size_t text{std::size_t{32} * 1024 * 1024}; ///< bytes of rows that only the database has
    std::size_t shown{10};                           ///< rows that are told one by one
};

/// Which rows differ.
struct row_differences {
    /// A row that was made and is not in the database; `stored` is the line that has its key, if there is
    /// one.
    struct lost_row {
        std::uint64_t row{};
        bool changed{};
        std::optional<std::string> stored;
    };

    std::uint64_t changed{};          ///< rows whose key is there with other values
    std::uint64_t missing{};          ///< rows that are not there
    std::uint64_t surplus{};          ///< rows of the database that were not made
    bool complete{true};              ///< false: there are more
    std::vector<lost_row> lost;       ///< the first ones, by number
    std::vector<std::string> strange; ///< lines of the first surplus rows
};

/// Finds the rows that differ, in the buckets that two digests have told: first all rows that were made
/// (`made`), then all of the database (`stored`), then `finish`.
class difference_search {
public:
    difference_search(const row_digest& stored, const row_digest& made, const difference_limits& limits = {})
        : digest_(made), limits_(limits), wanted_(row_digest::buckets, false) {
        std::uint64_t rows = 0;
        for (std::size_t index = 0; index < row_digest::buckets; ++index) {
            if (stored[index] == made[index]) {
                continue;
            }
            rows += stored[index].rows + made[index].rows;
            wanted_[index] = rows <= limits_.rows || !any_;
            complete_ = complete_ && wanted_[index];
            any_ = true;
        }
    }

    void made(std::string_view line, std::uint64_t row) {
        const row_hash hash = hash_row(line);
        const std::uint64_t key = digest_.key_hash(line);
        if (wanted_[digest_.bucket_of(hash, key)]) {
            made_.push_back({hash, key, row});
        }
    }

    void stored(std::string_view line) {
        sort_made();
        const row_hash hash = hash_row(line);
        const std::uint64_t key = digest_.key_hash(line);
        if (!wanted_[digest_.bucket_of(hash, key)]) {
            return;
        }
        const auto first = std::ranges::lower_bound(made_, hash, {}, &entry::hash);
        const auto run = static_cast<std::size_t>(first - made_.begin());
        const std::size_t next = run < made_.size() ? run + taken_[run] : run;
        if (next < made_.size() && made_[next].hash == hash) {
            ++taken_[run];
            return;
        }
        surplus_row row{key, texts_.size(), false};
        if (held_ + line.size() <= limits_.text) {
            held_ += line.size();
            row.has_text = true;
            texts_.emplace_back(line);
        }
        surplus_.push_back(row);
    }

    [[nodiscard]] row_differences finish() {
        sort_made();
        row_differences found;
        found.complete = complete_;
        std::vector<lost_entry> lost = unmatched();
        if (digest_.has_key()) {
            pair_by_key(lost);
        }
        std::ranges::sort(lost, {}, [](const lost_entry& each) { return each.made.row; });
        for (const lost_entry& each : lost) {
            const bool changed = each.partner != none;
            ++(changed ? found.changed : found.missing);
            if (found.lost.size() < limits_.shown) {
                found.lost.push_back({each.made.row, changed, text_of(each.partner)});
            }
        }
        found.surplus = surplus_.size() - found.changed;
        for (std::size_t index = 0; index < surplus_.size() && found.strange.size() < limits_.shown;
             ++index) {
            if (!surplus_[index].paired && surplus_[index].has_text) {
                found.strange.push_back(texts_[surplus_[index].text]);
            }
        }
        return found;
    }

private:
    static constexpr std::size_t none = ~std::size_t{};

    struct entry {
        row_hash hash;
        std::uint64_t key{};
        std::uint64_t row{};
    };
    struct surplus_row {
        std::uint64_t key{};
        std::size_t text{};
        bool has_text{};
        bool paired{};
    };
    struct lost_entry {
        entry made;
        std::size_t partner{none};
    };

    // Equal rows lie together; of a run the first `taken_` of its beginning are in the database.
    void sort_made() {
        if (taken_.size() != made_.size()) {
            std::ranges::sort(made_, {}, [](const entry& each) { return std::tuple{each.hash, each.row}; });
            taken_.assign(made_.size(), 0);
        }
    }

    [[nodiscard]] std::vector<lost_entry> unmatched() const {
        std::vector<lost_entry> lost;
        std::size_t run = 0;
        for (std::size_t index = 0; index < made_.size(); ++index) {
            run = made_[index].hash == made_[run].hash ? run : index;
            if (index - run >= taken_[run]) {
                lost.push_back({made_[index]});
            }
        }
        return lost;
    }

    void pair_by_key(std::vector<lost_entry>& lost) {
        std::vector<std::size_t> order(surplus_.size());
        for (std::size_t index = 0; index < order.size(); ++index) {
            order[index] = index;
        }
        std::ranges::sort(order, {},
                          [&](std::size_t index) { return std::tuple{surplus_[index].key, index}; });
        std::ranges::sort(lost, {},
                          [](const lost_entry& each) { return std::tuple{each.made.key, each.made.row}; });
        auto candidate = order.begin();
        for (lost_entry& each : lost) {
            while (candidate != order.end() && surplus_[*candidate].key < each.made.key) {
                ++candidate;
            }
            if (candidate != order.end() && surplus_[*candidate].key == each.made.key) {
                each.partner = *candidate;
                surplus_[*candidate].paired = true;
                ++candidate;
            }
        }
    }

    [[nodiscard]] std::optional<std::string> text_of(std::size_t index) const {
        if (index == none || !surplus_[index].has_text) {
            return std::nullopt;
        }
        return texts_[surplus_[index].text];
    }

    const row_digest& digest_;
    difference_limits limits_;
    std::vector<bool> wanted_;
    bool any_ = false;
    bool complete_ = true;
    std::vector<entry> made_;
    std::vector<std::uint32_t> taken_;
    std::vector<surplus_row> surplus_;
    std::vector<std::string> texts_;
    std::size_t held_ = 0;
};

} // namespace synth

#endif
