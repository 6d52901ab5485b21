// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_PATTERN_PARTITION_HPP
#define SYNTH_GENERATE_PATTERN_PARTITION_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

#include <synth/core/lazy_type.hpp>
#include <synth/random/mix.hpp>

namespace synth::detail {

// Numbers sequences of numbers in the order in which they first come.
template<typename Lazy = void>
class sequence_table {
public:
    using sequence_view = lazily<std::span<const std::uint32_t>, Lazy>;

    std::uint32_t number_of(sequence_view sequence) {
        if (2 * (size() + 1) > slots_.size()) {
            grow();
        }
        std::uint32_t& slot = slots_[place_of(sequence)];
        if (slot == 0) {
            for (const std::uint32_t each : sequence) {
                values_.push_back(each);
            }
            ends_.push_back(values_.size());
            slot = static_cast<std::uint32_t>(size());
        }
        return slot - 1;
    }

    [[nodiscard]] std::size_t size() const { return ends_.size() - 1; }
    // Valid until the next sequence is numbered.
    [[nodiscard]] sequence_view operator[](std::size_t number) const {
        return std::span{values_}.subspan(ends_[number], ends_[number + 1] - ends_[number]);
    }

private:
    [[nodiscard]] std::size_t place_of(sequence_view sequence) const {
        std::uint64_t hash = sequence.size();
        for (const std::uint32_t each : sequence) {
            hash = mix(hash + each) * 0x9e3779b97f4a7c15U;
        }
        std::size_t place = static_cast<std::size_t>(hash >> 32U) & (slots_.size() - 1);
        while (slots_[place] != 0 && !equal((*this)[slots_[place] - 1], sequence)) {
            place = (place + 1) & (slots_.size() - 1);
        }
        return place;
    }

    static bool equal(sequence_view left, sequence_view right) {
        return std::equal(left.data(), left.data() + left.size(), right.data(), right.data() + right.size());
    }

    void grow() {
        slots_.assign(slots_.empty() ? 64 : 2 * slots_.size(), 0);
        for (std::size_t number = 0; number < size(); ++number) {
            slots_[place_of((*this)[number])] = static_cast<std::uint32_t>(number + 1);
        }
    }

    lazy_list<std::uint32_t, Lazy> values_;
    lazy_list<std::uint64_t, Lazy> ends_ = {0};
    lazy_list<std::uint32_t, Lazy> slots_; // 0: free, else the number and one
};

// Sets of states that partition them all: each block is a run of `order`, its marked states come first.
template<typename Lazy = void>
class state_partition {
public:
    using numbers = lazy_list<std::uint32_t, Lazy>;

    explicit state_partition(std::size_t states) : order_(states), place_(states), block_(states, 0) {
        for (std::size_t state = 0; state < states; ++state) {
            order_[state] = place_[state] = static_cast<std::uint32_t>(state);
        }
        blocks_.push_back({0, static_cast<std::uint32_t>(states), 0});
    }

    [[nodiscard]] std::size_t size() const { return blocks_.size(); }
    [[nodiscard]] std::uint32_t block_of(std::uint32_t state) const { return block_[state]; }
    [[nodiscard]] numbers states_of(std::uint32_t block) const {
        return {order_.begin() + blocks_[block].begin, order_.begin() + blocks_[block].end};
    }

    // Marks a state; true if it is the first of its block.
    bool mark(std::uint32_t state) {
        run& block = blocks_[block_[state]];
        const std::uint32_t target = block.begin + block.marked;
        if (place_[state] < target) {
            return false;
        }
        const std::uint32_t other = order_[target];
        std::swap(order_[target], order_[place_[state]]);
        place_[other] = place_[state];
        place_[state] = target;
        return block.marked++ == 0;
    }

    // Makes the smaller of the marked and the other states a new block, unless there is only one kind. True
    // if there is a new block: the last one.
    bool split(std::uint32_t number) {
        run& old = blocks_[number];
        const std::uint32_t middle = old.begin + std::exchange(old.marked, 0);
        if (middle == old.begin || middle == old.end) {
            return false;
        }
        run fresh{};
        if (middle - old.begin <= old.end - middle) {
            fresh = {old.begin, middle, 0};
            old.begin = middle;
        } else {
            fresh = {middle, old.end, 0};
            old.end = middle;
        }
        const auto name = static_cast<std::uint32_t>(blocks_.size());
        for (std::uint32_t place = fresh.begin; place < fresh.end; ++place) {
            block_[order_[place]] = name;
        }
        blocks_.push_back(fresh); // ends the life of `old`
        return true;
    }

private:
    struct run {
        std::uint32_t begin;
        std::uint32_t end;
        std::uint32_t marked;
    };

    numbers order_;
    numbers place_;
    numbers block_;
    lazy_list<run, Lazy> blocks_;
};

} // namespace synth::detail

#endif
