#include "CHearsayData.h"

#define RESOURCE(name)                                                  \
  hearsay_resource name(void) {                                                \
    return (hearsay_resource){name##_bytes, sizeof name##_bytes};              \
  }

static const uint8_t hearsay_lexicon_en_bytes[] = {
#embed "data/lexicon.en.txt"
};
RESOURCE(hearsay_lexicon_en)

static const uint8_t hearsay_furniture_en_bytes[] = {
#embed "data/furniture.en.txt"
};
RESOURCE(hearsay_furniture_en)

static const uint8_t hearsay_dates_en_bytes[] = {
#embed "data/dates.en.txt"
};
RESOURCE(hearsay_dates_en)

static const uint8_t hearsay_dates_de_bytes[] = {
#embed "data/dates.de.txt"
};
RESOURCE(hearsay_dates_de)

static const uint8_t hearsay_outlets_bytes[] = {
#embed "data/outlets.txt"
};
RESOURCE(hearsay_outlets)

static const uint8_t hearsay_outlet_places_bytes[] = {
#embed "data/outlet-places.txt"
};
RESOURCE(hearsay_outlet_places)

// Fingerprint 79a4f2d790828cd3: a compiler's cache does not see that an embedded file has changed.
_Alignas(64) static const uint8_t hearsay_attribution_bytes[] = {
#embed "data/attribution.weights"
};
RESOURCE(hearsay_attribution)

static const uint8_t hearsay_outlet_facts_bytes[] = {
#embed "data/outlet-facts.jsonl"
};
RESOURCE(hearsay_outlet_facts)
