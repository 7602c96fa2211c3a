//! Places: points of interest near the device.

use serde_json::Value;

use super::definition::Definition;
use super::subject::Subject;

pub(super) const DEFINITIONS: &[Definition] = &[
    Definition::sdk("Location permission", "places", "requestcontent")
        .only_if(|places| places.data_text("/requesttype") == "requestsetauthorizationstatus")
        .detail(|places| places.data_text("/authstatus"))
        .lines(&[("Permission", "/authstatus")]),
    Definition::sdk("Places request", "places", "requestcontent")
        .only_if(|places| places.data_text("/requesttype") == "requestgetnearbyplaces")
        .detail(|places| format!("{}, {}", places.data_text("/latitude"), places.data_text("/longitude")))
        .lines(&[
            ("Latitude", "/latitude"),
            ("Longitude", "/longitude"),
            ("At most", "/count"),
        ]),
    Definition::sdk("Places entry", "places", "responsecontent")
        .only_if(|places| places.data_text("/regioneventtype") == "entry")
        .detail(|places| places.data_text("/triggeringregion/regionname"))
        .lines(&[
            ("Place", "/triggeringregion/regionname"),
            ("City", "/triggeringregion/regionmetadata/city"),
        ]),
    Definition::sdk("Places exit", "places", "responsecontent")
        .only_if(|places| places.data_text("/regioneventtype") == "exit")
        .detail(|places| places.data_text("/triggeringregion/regionname"))
        .lines(&[
            ("Place", "/triggeringregion/regionname"),
            ("City", "/triggeringregion/regionmetadata/city"),
        ]),
    Definition::sdk("Places response", "places", "responsecontent")
        .detail(|places| places.data_text("/nearbypois"))
        .lines(&[("Near by", "/nearbypois")])
        .more(|places| vec![("Places".to_owned(), names(places))]),
    Definition::sdk("Places", "places", "").detail(|places| places.data_text("/requesttype")),
    Definition::sdk("Places monitor start", "placesmonitor", "requestcontent"),
];

fn names(places: &Subject<'_>) -> String {
    let near = places.data_at("/nearbypois").and_then(Value::as_array);
    let names = near
        .into_iter()
        .flatten()
        .filter_map(|place| place.get("regionname")?.as_str());
    names.collect::<Vec<_>>().join(", ")
}
