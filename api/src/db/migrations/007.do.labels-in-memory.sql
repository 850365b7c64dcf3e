-- Labels are searched in memory now; these indexes only slowed imports down.
drop index labels_folded;
drop index labels_trigrams;
