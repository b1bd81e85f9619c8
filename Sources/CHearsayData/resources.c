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

// Every page about a code of diagnostics, a zero byte behind each.
static const uint8_t hearsay_codes_bytes[] = {
#embed "../../docs/codes/altered-quotation.md" suffix(, 0,)
#embed "../../docs/codes/ambiguous-speaker.md" suffix(, 0,)
#embed "../../docs/codes/conflict.md" suffix(, 0,)
#embed "../../docs/codes/date.md" suffix(, 0,)
#embed "../../docs/codes/disagreement.md" suffix(, 0,)
#embed "../../docs/codes/needs-review.md" suffix(, 0,)
#embed "../../docs/codes/no-source.md" suffix(, 0,)
#embed "../../docs/codes/note.md" suffix(, 0,)
#embed "../../docs/codes/orphaned.md" suffix(, 0,)
#embed "../../docs/codes/outlet.md" suffix(, 0,)
#embed "../../docs/codes/overlay-duplicate-domain.md" suffix(, 0,)
#embed "../../docs/codes/overlay-duplicate-id.md" suffix(, 0,)
#embed "../../docs/codes/overlay-not-json.md" suffix(, 0,)
#embed "../../docs/codes/overlay-nothing-to-retire.md" suffix(, 0,)
#embed "../../docs/codes/overlay-older-registry.md" suffix(, 0,)
#embed "../../docs/codes/overlay-ownership-cycle.md" suffix(, 0,)
#embed "../../docs/codes/overlay-too-large.md" suffix(, 0,)
#embed "../../docs/codes/overlay-unknown-id.md" suffix(, 0,)
#embed "../../docs/codes/overlay-unknown-source.md" suffix(, 0,)
#embed "../../docs/codes/overlay-unreadable.md" suffix(, 0,)
#embed "../../docs/codes/overlay-wrong-form.md" suffix(, 0,)
#embed "../../docs/codes/quotation.md" suffix(, 0,)
#embed "../../docs/codes/scare.md" suffix(, 0,)
#embed "../../docs/codes/setting-unknown.md" suffix(, 0,)
#embed "../../docs/codes/setting-unknown-value.md" suffix(, 0,)
#embed "../../docs/codes/setting-wrong-type.md" suffix(, 0,)
#embed "../../docs/codes/settings-not-a-table.md" suffix(, 0,)
#embed "../../docs/codes/settings-unreadable.md" suffix(, 0,)
#embed "../../docs/codes/sheet-bad-block.md" suffix(, 0,)
#embed "../../docs/codes/sheet-bad-status.md" suffix(, 0,)
#embed "../../docs/codes/sheet-bad-value.md" suffix(, 0,)
#embed "../../docs/codes/sheet-conflict.md" suffix(, 0,)
#embed "../../docs/codes/sheet-missing-field.md" suffix(, 0,)
#embed "../../docs/codes/sheet-no-article.md" suffix(, 0,)
#embed "../../docs/codes/sheet-no-base.md" suffix(, 0,)
#embed "../../docs/codes/sheet-not-stored.md" suffix(, 0,)
#embed "../../docs/codes/sheet-refused.md" suffix(, 0,)
#embed "../../docs/codes/sheet-repeated-block.md" suffix(, 0,)
#embed "../../docs/codes/sheet-repeated-field.md" suffix(, 0,)
#embed "../../docs/codes/sheet-stray-line.md" suffix(, 0,)
#embed "../../docs/codes/sheet-text-ambiguous.md" suffix(, 0,)
#embed "../../docs/codes/sheet-text-not-found.md" suffix(, 0,)
#embed "../../docs/codes/sheet-unknown-annotation.md" suffix(, 0,)
#embed "../../docs/codes/sheet-unknown-field.md" suffix(, 0,)
#embed "../../docs/codes/unclosed-mark.md" suffix(, 0,)
#embed "../../docs/codes/unresolved-date.md" suffix(, 0,)
};
RESOURCE(hearsay_codes)
