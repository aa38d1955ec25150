namespace BuyingGroups.Portal.Features.Demo.Words;

internal static partial class Languages
{
    public static Language Portuguese { get; } = new("Portuguese", new LanguageWords
    {
        Women = "Adriana|Aline|Amélia|Ana Luísa|Antónia|Bárbara|Beatriz|Bruna|Camila|Cláudia|Débora|Fernanda|Flávia|Graça|Helena|Inês|Joana|Júlia|Larissa|Letícia|Luísa|Mafalda|Mariana|Márcia|Patrícia|Renata|Sónia|Tânia|Vitória|Yasmin",
        Men = "Afonso|André|António|Bruno|Caio|Cláudio|Diogo|Duarte|Eduardo|Fábio|Felipe|Gonçalo|Guilherme|Gustavo|Henrique|João|Joaquim|Jorge|José|Leandro|Luís|Márcio|Mário|Nuno|Otávio|Paulo|Rogério|Rui|Sérgio|Tomás",
        LastNames = "Abrantes|Almeida|Alves|Araújo|Azevedo|Barbosa|Barros|Batista|Borges|Brandão|Campos|Cardoso|Carvalho|Conceição|Correia|Coutinho|Cruz|Dias|Esteves|Falcão|Faria|Figueiredo|Fonseca|Freitas|Gonçalves|Guimarães|Leitão|Lourenço|Macedo|Magalhães|Marques|Melo|Moreira|Neves|Nogueira|Pacheco|Paixão|Pereira|Pinheiro|Ramalho|Rocha|Sá|Salomão|Simões|Teixeira|Vasconcelos|Vieira|Xavier",
        Functions = "Operações|Frota|Compras|TI|Finanças|Marketing|Vendas|Recursos Humanos|Logística|Engenharia",
        Board = "Diretor-Presidente~Diretora-Presidente|Diretor Geral~Diretora Geral|Administrador~Administradora|Membro do Conselho|CEO",
        Chiefs = "COO|Diretor Executivo de Operações~Diretora Executiva de Operações;Diretor Executivo de Frota~Diretora Executiva de Frota;Diretor Executivo de Suprimentos~Diretora Executiva de Suprimentos|CPO;CIO|Diretor de Tecnologia~Diretora de Tecnologia;CFO|Diretor Financeiro~Diretora Financeira;CMO;Diretor Comercial~Diretora Comercial;CHRO|Diretor de Gente e Gestão~Diretora de Gente e Gestão;Diretor Executivo de Logística~Diretora Executiva de Logística;CTO|Diretor Técnico~Diretora Técnica",
        Vice = "Vice-Presidente de {F}|VP de {F}|Diretor Adjunto~Diretora Adjunta|Vice-Presidente Executivo~Vice-Presidente Executiva",
        Director = "Diretor de {F}~Diretora de {F}|Superintendente de {F}|Head de {F}|Dir. de {F}",
        Manager = "Gerente de {F}|Gestor de {F}~Gestora de {F}|Coordenador de {F}~Coordenadora de {F}|Supervisor de {F}~Supervisora de {F}|Ger. {F}",
        Change = "Líder de Transformação Digital|Gerente de Inovação|Gestor de Projetos~Gestora de Projetos|Líder de Melhoria Contínua",
        Specialist = "Analista de {F}|Especialista em {F}|Técnico de {F}~Técnica de {F}|Consultor de {F}~Consultora de {F}|Programador~Programadora|Analista de {F} Sênior",
        Assistant = "Assistente de {F}|Auxiliar de {F}|Secretária Executiva|Motorista|Estagiário de {F}~Estagiária de {F}",
        FirstStems = "Alto|Areia|Bela|Boa|Campo|Casa|Cruz|Foz|Lago|Mata|Monte|Pedra|Porto|Rio|Serra|Vale",
        SecondStems = "alegre|belo|claro|dourado|feliz|firme|formosa|fundo|lindo|manso|novo|real|seguro|sul|velho|verde",
        Trades = "Logística|Transportes|Navegação|Veículos|Indústria|Comércio|Energia|Construtora|Saúde|Financeira|Sistemas|Telecom|Alimentos|Química",
        Divisions = "Serviços|Locação|Armazéns|Participações",
        Streets = "Rua do Porto {n}|Avenida da Liberdade {n}|Rua das Flores {n}|Largo da Estação {n}|Travessa do Comércio {n}|Rua Nova {n}",
        Salutations = "Sr.~Sra.",
        DomainMark = "-pt",
    });
}
