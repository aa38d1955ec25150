namespace BuyingGroups.Portal.Features.Demo.Words;

internal static partial class Languages
{
    public static Language Spanish { get; } = new("Spanish", new LanguageWords
    {
        Women = "Adriana|Alba|Ana Belén|Ángela|Beatriz|Begoña|Carmen|Cristina|Daniela|Elena|Esther|Fátima|Gabriela|Inés|Irene|Lucía|Maite|María José|Marta|Mónica|Natalia|Noelia|Paula|Pilar|Raquel|Rocío|Sofía|Teresa|Valeria|Verónica",
        Men = "Adrián|Alberto|Alejandro|Álvaro|Andrés|Ángel|Antonio|Carlos|César|Diego|Eduardo|Emilio|Fermín|Gonzalo|Héctor|Ignacio|Íñigo|Javier|Jesús|Joaquín|José Luis|Julián|Luis|Martín|Miguel|Óscar|Rafael|Raúl|Rubén|Víctor",
        LastNames = "Aguilar|Alonso|Álvarez|Arias|Benítez|Blanco|Calvo|Cano|Castillo|Castro|Delgado|Díaz|Domínguez|Fernández|Fuentes|Gallego|García|Giménez|Gómez|Herrera|Ibáñez|Iglesias|Jiménez|León|López|Lozano|Marín|Medina|Méndez|Molina|Muñoz|Navarro|Núñez|Ortega|Peña|Prieto|Quiñones|Ramírez|Rey|Ríos|Sáez|Santos|Serrano|Suárez|Vargas|Vázquez|Vega|Zúñiga",
        Functions = "Operaciones|Flota|Compras|Sistemas|Finanzas|Marketing|Ventas|Recursos Humanos|Logística|Ingeniería",
        Board = "Director General~Directora General|Consejero Delegado~Consejera Delegada|Presidente~Presidenta|Miembro del Consejo|Gerente General|CEO",
        Chiefs = "COO|Director de Operaciones Corporativo~Directora de Operaciones Corporativa;Director Corporativo de Flota~Directora Corporativa de Flota;CPO|Director Corporativo de Compras~Directora Corporativa de Compras;CIO|Director de Tecnología~Directora de Tecnología;CFO|Director Financiero~Directora Financiera;CMO|Director Corporativo de Marketing~Directora Corporativa de Marketing;Director Comercial~Directora Comercial;CHRO|Director de Personas~Directora de Personas;Director de Cadena de Suministro~Directora de Cadena de Suministro;CTO|Director Técnico~Directora Técnica",
        Vice = "Vicepresidente de {F}~Vicepresidenta de {F}|Subdirector General~Subdirectora General|VP de {F}|Director General Adjunto~Directora General Adjunta",
        Director = "Director de {F}~Directora de {F}|Dir. {F}|Subdirector de {F}~Subdirectora de {F}|Director Regional de {F}~Directora Regional de {F}",
        Manager = "Jefe de {F}~Jefa de {F}|Gerente de {F}|Responsable de {F}|Encargado de {F}~Encargada de {F}|Resp. {F}",
        Change = "Responsable de Transformación Digital|Jefe de Proyecto~Jefa de Proyecto|Gestor del Cambio~Gestora del Cambio|Responsable de Innovación",
        Specialist = "Técnico de {F}~Técnica de {F}|Analista de {F}|Coordinador de {F}~Coordinadora de {F}|Especialista en {F}|Desarrollador~Desarrolladora|Ingeniero de {F}~Ingeniera de {F}",
        Assistant = "Auxiliar de {F}|Asistente de {F}|Secretario de Dirección~Secretaria de Dirección|Conductor~Conductora|Becario de {F}~Becaria de {F}",
        FirstStems = "Agua|Alta|Bella|Campo|Casa|Costa|Flor|Fuente|Luz|Mar|Monte|Nueva|Peña|Rio|Sierra|Val",
        SecondStems = "blanca|bravo|clara|dorada|fría|grande|hermosa|larga|mar|negra|nieve|puerto|rica|sol|verde|viva",
        Trades = "Logística|Transportes|Naviera|Automoción|Industrial|Comercial|Energía|Construcciones|Salud|Finanzas|Sistemas|Telecom|Alimentos|Química",
        Divisions = "Servicios|Renting|Almacenes|Inversiones",
        Streets = "Calle Mayor {n}|Avenida del Puerto {n}|Calle de la Estación {n}|Paseo Marítimo {n}|Plaza Nueva {n}|Polígono Norte {n}",
        Salutations = "Sr.~Sra.",
    });
}
