namespace BuyingGroups.Portal.Features.Demo.Words;

internal static partial class Languages
{
    public static Language French { get; } = new("French", new LanguageWords
    {
        Women = "Adèle|Agnès|Amélie|Anaïs|Aurélie|Béatrice|Camille|Cécile|Chloé|Claire|Delphine|Élise|Élodie|Émilie|Florence|Geneviève|Hélène|Inès|Isabelle|Joséphine|Julie|Léa|Maëlle|Manon|Mathilde|Noémie|Océane|Sylvie|Véronique|Zoé",
        Men = "Adrien|Alain|André|Antoine|Benoît|Cédric|Clément|Damien|Didier|Émile|Étienne|Fabien|François|Frédéric|Gaël|Gérard|Grégoire|Hervé|Jean-Luc|Jérôme|Joël|Loïc|Mathieu|Mickaël|Noël|Olivier|Pascal|Rémi|Sébastien|Thibault",
        LastNames = "Aubert|Barbier|Béranger|Bernard|Blanchard|Boucher|Brun|Chevalier|Collet|Cordier|Delacroix|Delmas|Deschamps|Dubois|Dufour|Fabre|Faure|Fournier|Garnier|Gauthier|Gérard|Giraud|Guérin|Hébert|Jacquet|L'Hermite|Lacroix|Lefèvre|Legrand|Lemaître|Leroux|Maréchal|Mercier|Meunier|Moreau|Noël|Olivier|Perrin|Picard|Poirier|Prévost|Rémy|Renault|Rousseau|Roux|Tessier|Vasseur|Vidal",
        Functions = "des opérations|du parc automobile|des achats|des systèmes d'information|financier|marketing|commercial|des ressources humaines|logistique|technique",
        Board = "Président-directeur général~Présidente-directrice générale|PDG|Directeur général~Directrice générale|DG|Administrateur~Administratrice|Membre du comité de direction",
        Chiefs = "Directeur des opérations~Directrice des opérations|COO;Directeur de la flotte~Directrice de la flotte;Directeur des achats groupe~Directrice des achats groupe;Directeur des systèmes d'information~Directrice des systèmes d'information|DSI|D.S.I.;Directeur administratif et financier~Directrice administrative et financière|DAF|CFO;Directeur marketing groupe~Directrice marketing groupe|CMO;Directeur commercial groupe~Directrice commerciale groupe;DRH|Directeur des ressources humaines~Directrice des ressources humaines;Directeur de la chaîne logistique~Directrice de la chaîne logistique;Directeur technique~Directrice technique|CTO",
        Vice = "Directeur général adjoint~Directrice générale adjointe|DGA|Vice-président {F}~Vice-présidente {F}|VP {F}",
        Director = "Directeur {F}~Directrice {F}|Dir. {F}|Directeur adjoint {F}~Directrice adjointe {F}|Directeur régional~Directrice régionale",
        Manager = "Responsable {F}|Chef de service {F}~Cheffe de service {F}|Chef d'équipe {F}~Cheffe d'équipe {F}|Resp. {F}|Manager {F}",
        Change = "Chef de projet transformation~Cheffe de projet transformation|Responsable innovation|Chargé de la transformation numérique~Chargée de la transformation numérique|Chef de projet {F}~Cheffe de projet {F}",
        Specialist = "Chargé de mission {F}~Chargée de mission {F}|Analyste {F}|Coordinateur {F}~Coordinatrice {F}|Acheteur~Acheteuse|Contrôleur de gestion~Contrôleuse de gestion|Développeur~Développeuse|Ingénieur d'études~Ingénieure d'études",
        Assistant = "Assistant {F}~Assistante {F}|Assistant de direction~Assistante de direction|Chauffeur-livreur~Chauffeuse-livreuse|Stagiaire {F}|Secrétaire",
        FirstStems = "Beau|Belle|Château|Clair|Épi|Fontaine|Grand|Haute|Loire|Mont|Neuve|Petit|Pierre|Roche|Saint-Aubin|Val",
        SecondStems = "bois|bourg|champ|clair|fort|frère|lieu|marin|mont|pré|rive|roche|ser|val|vert|ville",
        Trades = "Logistique|Transports|Maritime|Automobiles|Industrie|Distribution|Énergie|Construction|Santé|Finance|Logiciels|Télécom|Alimentaire|Chimie",
        Divisions = "Services|Location|Entrepôts|Participations",
        Streets = "{n} rue du Port|{n} avenue de la Gare|{n} boulevard de l'Europe|{n} rue des Écoles|{n} place du Marché|{n} chemin des Prés",
        Salutations = "M.~Mme",
    });
}
