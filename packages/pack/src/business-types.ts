/** LocalBusiness of schema.org and the subtypes of it that a shop, a workshop or a practice may be (schema.org 29). */
export const businessTypes = [
  'LocalBusiness', 'Store', 'ProfessionalService',
  'AutoPartsStore', 'BikeStore', 'BookStore', 'ClothingStore', 'ComputerStore', 'ConvenienceStore', 'DepartmentStore', 'ElectronicsStore', 'Florist',
  'FurnitureStore', 'GardenStore', 'GroceryStore', 'HardwareStore', 'HobbyShop', 'HomeGoodsStore', 'JewelryStore', 'LiquorStore', 'MensClothingStore',
  'MobilePhoneStore', 'MusicStore', 'OfficeEquipmentStore', 'OutletStore', 'PawnShop', 'PetStore', 'ShoeStore', 'SportingGoodsStore', 'TireShop', 'ToyStore',
  'WholesaleStore', 'ShoppingCenter',
  'FoodEstablishment', 'Bakery', 'BarOrPub', 'Brewery', 'CafeOrCoffeeShop', 'Distillery', 'FastFoodRestaurant', 'IceCreamShop', 'Restaurant', 'Winery',
  'HealthAndBeautyBusiness', 'BeautySalon', 'DaySpa', 'HairSalon', 'HealthClub', 'NailSalon', 'TattooParlor',
  'MedicalBusiness', 'Dentist', 'MedicalClinic', 'Optician', 'Pharmacy', 'Physician', 'VeterinaryCare',
  'AutomotiveBusiness', 'AutoBodyShop', 'AutoDealer', 'AutoRental', 'AutoRepair', 'AutoWash', 'GasStation', 'MotorcycleDealer', 'MotorcycleRepair',
  'HomeAndConstructionBusiness', 'Electrician', 'GeneralContractor', 'HVACBusiness', 'HousePainter', 'Locksmith', 'MovingCompany', 'Plumber', 'RoofingContractor',
  'FinancialService', 'AccountingService', 'BankOrCreditUnion', 'InsuranceAgency', 'LegalService', 'Attorney', 'Notary', 'EmploymentAgency', 'RealEstateAgent',
  'LodgingBusiness', 'BedAndBreakfast', 'Hostel', 'Hotel', 'EntertainmentBusiness', 'ArtGallery', 'MovieTheater', 'NightClub', 'Library',
  'SportsActivityLocation', 'BowlingAlley', 'ExerciseGym', 'SportsClub', 'ChildCare', 'DryCleaningOrLaundry', 'InternetCafe', 'RecyclingCenter', 'SelfStorage',
  'TouristInformationCenter', 'TravelAgency',
] as const
