// rejects: synth: the precision of a decimal must be 1 to 1000
#include <synth/schema/decimal.hpp>

#if SYNTH_REJECT
using amount = synth::decimal<1001, 2>;
#else
using amount = synth::decimal<1000, 2>;
#endif

static_assert(amount{} == 0);
