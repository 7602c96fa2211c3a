//! What is the same for the whole session: the organization and its shop.

use super::dice::Dice;

/// A shop with an app, and the workspace of the organization that runs it.
pub(super) struct World {
    pub(super) session: String,
    pub(super) organization: String,
    pub(super) datastream: String,
    pub(super) property: String,
    pub(super) sandbox: String,
    pub(super) datasets: Vec<String>,
    pub(super) products: Vec<Product>,
    pub(super) campaigns: Vec<Campaign>,
    pub(super) stores: Vec<Store>,
}

pub(super) struct Product {
    pub(super) sku: String,
    pub(super) name: String,
    pub(super) category: String,
    pub(super) image: String,
    pub(super) cents: i64,
}

/// A campaign of Journey Optimizer, and what it shows.
pub(super) struct Campaign {
    pub(super) id: String,
    pub(super) activity: String,
    pub(super) title: String,
    pub(super) body: String,
}

/// A shop in a street, as a point of interest.
pub(super) struct Store {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) city: &'static str,
    pub(super) country: &'static str,
    pub(super) latitude: f64,
    pub(super) longitude: f64,
}

const ADJECTIVES: [&str; 36] = [
    "Teton",
    "Voyage",
    "Helios",
    "Olivia",
    "Quest",
    "Caesar",
    "Daphne",
    "Sprite",
    "Aurora",
    "Nordic",
    "Coastal",
    "Summit",
    "Merino",
    "Everyday",
    "Slim",
    "Relaxed",
    "Vintage",
    "Thermal",
    "Storm",
    "Featherlight",
    "Canyon",
    "Harbour",
    "Montañés",
    "Größe",
    "Zephyr",
    "Lumen",
    "Atlas",
    "Juniper",
    "Cobalt",
    "Saffron",
    "Café",
    "Tundra",
    "Pacific",
    "Orbit",
    "Willow",
    "Ember",
];
const THINGS: [(&str, &str); 28] = [
    ("Hoodie", "men/tops/hoodies"),
    ("Zip Jacket", "women/outerwear/jackets"),
    ("Parka", "men/outerwear/coats"),
    ("Yoga Bag", "gear/bags"),
    ("Rucksack", "gear/bags"),
    ("Duffel", "gear/bags"),
    ("Tank", "men/tops/tanks"),
    ("Running Shorts", "women/bottoms/shorts"),
    ("Warm-Up Pant", "men/bottoms/pants"),
    ("Leggings", "women/bottoms/leggings"),
    ("Cap", "accessories/hats"),
    ("Beanie", "accessories/hats"),
    ("Scarf", "accessories/scarves"),
    ("Trail Shoe", "shoes/trail"),
    ("Road Shoe", "shoes/road"),
    ("Sandal", "shoes/sandals"),
    ("Socks 3-Pack", "accessories/socks"),
    ("Water Bottle 750 ml", "gear/hydration"),
    ("Foam Brick", "gear/yoga"),
    ("Yoga Mat", "gear/yoga"),
    ("Resistance Band", "gear/fitness"),
    ("Kettlebell", "gear/fitness"),
    ("Watch", "gear/watches"),
    ("Headlamp", "gear/camping"),
    ("Tent 2P", "gear/camping"),
    ("全拉链连帽衫", "women/tops/hoodies"),
    ("T-Shirt", "men/tops/tees"),
    ("Bra Top", "women/tops/bras"),
];
const CITIES: [(&str, &str, f64, f64); 12] = [
    ("San Jose", "US", 37.3382, -121.8863),
    ("Salt Lake City", "US", 40.7608, -111.8910),
    ("New York", "US", 40.7128, -74.0060),
    ("Hamburg", "DE", 53.5511, 9.9937),
    ("München", "DE", 48.1351, 11.5820),
    ("Basel", "CH", 47.5596, 7.5886),
    ("Paris", "FR", 48.8566, 2.3522),
    ("London", "GB", 51.5072, -0.1276),
    ("Zürich", "CH", 47.3769, 8.5417),
    ("東京", "JP", 35.6764, 139.6500),
    ("Bengaluru", "IN", 12.9716, 77.5946),
    ("São Paulo", "BR", -23.5558, -46.6396),
];
const OFFERS: [&str; 14] = [
    "Winter sale",
    "Members get free delivery",
    "Your basket is waiting",
    "New in: trail running",
    "Last sizes",
    "Rate your last order",
    "Happy birthday",
    "Back in stock",
    "Store opening near you",
    "Spring collection preview",
    "Complete your profile",
    "Turn on notifications",
    "Double points weekend",
    "We miss you",
];

impl World {
    pub(super) fn new(dice: &Dice) -> Self {
        Self {
            session: dice.uuid(),
            organization: format!("{}@AdobeOrg", dice.hex(24).to_uppercase()),
            datastream: dice.uuid(),
            property: format!("PR{}", dice.hex(32)),
            sandbox: dice.uuid(),
            datasets: (0..3).map(|_| dice.hex(24)).collect(),
            products: (0..640).map(|_| product(dice)).collect(),
            campaigns: (0..28).map(|_| campaign(dice)).collect(),
            stores: (0..60).map(|_| store(dice)).collect(),
        }
    }
}

fn product(dice: &Dice) -> Product {
    let (thing, category) = *dice.any(&THINGS);
    let sku = format!(
        "LL{}{:02}-{}",
        dice.code(2),
        dice.between(1, 99),
        dice.any(&["XS", "S", "M", "L", "XL", "36", "40", "OS"])
    );
    Product {
        name: format!("{} {thing}", dice.any(&ADJECTIVES)),
        category: category.to_owned(),
        image: format!(
            "https://cdn.luma.example/media/catalog/{category}/{}_{}.jpg",
            sku.to_lowercase(),
            dice.hex(8)
        ),
        cents: dice.between(5, 320) * 100 - *dice.any(&[0, 1, 5, 10]),
        sku,
    }
}

fn campaign(dice: &Dice) -> Campaign {
    let title = *dice.any(&OFFERS);
    let place = *dice.any(&ADJECTIVES);
    Campaign {
        id: dice.uuid(),
        activity: format!("{}#{}", dice.uuid(), dice.uuid()),
        title: title.to_owned(),
        body: format!(
            "{title}: {} % off everything from {place} until {}. Only while stocks last; “{place}” terms apply.",
            dice.between(5, 60),
            dice.any(&["Sunday", "midnight", "the 31st", "tomorrow 18:00"])
        ),
    }
}

fn store(dice: &Dice) -> Store {
    let (city, country, latitude, longitude) = *dice.any(&CITIES);
    let near = |degrees: f64| degrees + dice.between(-90_000, 90_000) as f64 / 1e6;
    let (latitude, longitude) = (near(latitude), near(longitude));
    Store {
        id: dice.uuid(),
        name: format!("Luma {city} {}", dice.between(1, 40)),
        city,
        country,
        latitude: (latitude * 1e6).round() / 1e6,
        longitude: (longitude * 1e6).round() / 1e6,
    }
}
