namespace BuyingGroups.Portal.Features.Demo.Words;

internal static partial class Languages
{
    public static Language Polish { get; } = new("Polish", new LanguageWords
    {
        Women = "Agnieszka|Aleksandra|Alicja|Anna|Barbara|Beata|Bożena|Danuta|Dorota|Elżbieta|Ewa|Grażyna|Halina|Iwona|Jadwiga|Joanna|Justyna|Kinga|Łucja|Magdalena|Małgorzata|Marzena|Monika|Renata|Róża|Sylwia|Urszula|Wiesława|Zofia|Żaneta",
        Men = "Adam|Andrzej|Bartłomiej|Błażej|Bogdan|Cezary|Dariusz|Filip|Grzegorz|Henryk|Ignacy|Jacek|Jakub|Jarosław|Jerzy|Józef|Kamil|Krzysztof|Łukasz|Maciej|Marek|Michał|Paweł|Piotr|Przemysław|Rafał|Sławomir|Stanisław|Tomasz|Wojciech",
        LastNames = "Adamczyk|Baran|Bąk|Błaszczyk|Chmiel|Cieślak|Czajka|Dąbek|Domański|Duda|Dudek|Gajda|Głowacki|Górski|Grabiec|Jabłonka|Janik|Jóźwiak|Kaczmarek|Kaźmierczak|Kołodziej|Kos|Kozłowicz|Krawiec|Król|Kubiak|Łukasik|Maciąg|Makowiec|Mazur|Mróz|Nawrot|Olszak|Pająk|Pawlak|Piątek|Przybysz|Ratajczak|Rogala|Sikora|Sobczyk|Stępień|Szczepanik|Szulc|Śliwa|Urbaniak|Wójcik|Źrebiec",
        Functions = "operacji|floty|zakupów|IT|finansów|marketingu|sprzedaży|personalnych|logistyki|techniki",
        Board = "Prezes Zarządu|Członek Zarządu|Przewodniczący Rady Nadzorczej~Przewodnicząca Rady Nadzorczej|Dyrektor Generalny~Dyrektor Generalna|CEO",
        Chiefs = "COO|Dyrektor Operacyjny;Członek Zarządu ds. floty;CPO|Członek Zarządu ds. zakupów;CIO|Członek Zarządu ds. IT;CFO|Dyrektor Finansowy~Dyrektor Finansowa;CMO;Członek Zarządu ds. sprzedaży|CSO;CHRO|Członek Zarządu ds. personalnych;Członek Zarządu ds. logistyki;CTO|Dyrektor Techniczny~Dyrektor Techniczna",
        Vice = "Wiceprezes ds. {F}|Zastępca Dyrektora ds. {F}|VP {F}|Wiceprezes Zarządu",
        Director = "Dyrektor ds. {F}|Dyr. ds. {F}|Dyrektor Departamentu {F}|Dyrektor Regionalny ds. {F}",
        Manager = "Kierownik ds. {F}~Kierowniczka ds. {F}|Kierownik działu {F}|Menedżer ds. {F}~Menedżerka ds. {F}|Lider zespołu {F}~Liderka zespołu {F}|Kier. {F}",
        Change = "Kierownik projektu~Kierowniczka projektu|Lider transformacji cyfrowej~Liderka transformacji cyfrowej|Menedżer innowacji~Menedżerka innowacji|Menedżer zmiany~Menedżerka zmiany",
        Specialist = "Specjalista ds. {F}~Specjalistka ds. {F}|Analityk ds. {F}~Analityczka ds. {F}|Koordynator ds. {F}~Koordynatorka ds. {F}|Programista~Programistka|St. specjalista ds. {F}|Planista transportu~Planistka transportu",
        Assistant = "Asystent ds. {F}~Asystentka ds. {F}|Sekretarka|Kierowca|Stażysta~Stażystka|Pracownik biurowy~Pracownica biurowa",
        FirstStems = "Bał|Biało|Brzo|Ciepło|Dobro|Głog|Jasno|Klon|Leśno|Miło|Nowo|Sło|Staro|Wierz|Wiśl|Zielo",
        SecondStems = "borz|bród|czyn|dar|dół|gród|las|łęg|mir|most|pol|rad|sław|staw|tok|wit",
        Trades = "Logistyka|Trans|Żegluga|Auto|Zakłady|Handel|Energia|Budownictwo|Zdrowie|Finanse|Software|Telekom|Spożywcze|Chemia",
        Divisions = "Serwis|Leasing|Magazyny|Inwestycje",
        Streets = "ul. Portowa {n}|ul. Dworcowa {n}|ul. Długa {n}|al. Przemysłowa {n}|ul. Młyńska {n}|ul. Świętego Jana {n}",
        Salutations = "Pan~Pani",
    });
}
