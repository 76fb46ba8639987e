namespace Talent.Demonstration.Generation;

/// <summary>Given and family names that are commonly found together.</summary>
internal sealed record NameTradition(IReadOnlyList<string> Given, IReadOnlyList<string> Family)
{
    public static NameTradition Of(string given, string family) => new(given.Split(' '), family.Split(' '));
}

/// <summary>The traditions, with the weight of each.</summary>
internal static class NameTraditions
{
    public static readonly (NameTradition Tradition, double Weight)[] All =
    [
        (NameTradition.Of(
            "Alice Beatrice Charlotte Daniel Eleanor Frances George Harriet Isabel Jonathan Katherine Laura Matthew Naomi Oliver "
            + "Philippa Robert Susannah Thomas Verity Adam Rosalind Edmund Hazel",
            "Ashdown Birtwell Cawthorne Dunmore Elmhirst Fairclough Garside Hollins Ibbotson Jessop Kirkbride Loxley Maddock Nuttall "
            + "Ollerton Pemberton Quarmby Ridsdale Shipley Thackray Unwin Verrall Whitcombe Yardley"), 30),
        (NameTradition.Of(
            "Aileen Callum Catriona Dougal Eilidh Fergus Isla Kirsty Malcolm Morag Rory Shona",
            "Abercairn Balfron Carmont Drummore Farquhar Gillanders Kinnear Lorimer Macrury Rannoch Strachan Torrance"), 7),
        (NameTradition.Of(
            "Aled Bethan Carys Dylan Eirlys Ffion Gethin Lowri Mair Nia Rhodri Seren",
            "Bevan Cadwgan Eynon Gwilliam Hopkin Llewellyn Meyrick Penrhyn Prosser Rhydderch Trahaearn Vaughan"), 5),
        (NameTradition.Of(
            "Aoife Brendan Ciaran Deirdre Eamon Fionnuala Grainne Niamh Oisin Padraig Roisin Sinead",
            "Brannigan Colgan Devaney Finnerty Gilhooly Hanratty Keaveney Lenihan Mulvaney Noone Rafferty Scanlon"), 7),
        (NameTradition.Of(
            "Aarti Deepak Gauri Harish Indira Kavita Lakshmi Manish Nandini Priya Rajesh Shreya Sunil Vikram",
            "Acharya Bhatnagar Chaudhari Deshmukh Iyer Joshi Kulkarni Mahajan Nambiar Pillai Raghavan Saxena Trivedi Varma"), 11),
        (NameTradition.Of(
            "Amandeep Gurpreet Harjit Jasleen Kulwinder Manjit Navdeep Parminder Rajvinder Simran",
            "Bhogal Chahal Dhaliwal Grewal Hundal Khangura Lidder Mangat Sandhu Virdee"), 5),
        (NameTradition.Of(
            "Adeel Amina Bilal Farzana Hassan Ibrahim Khadija Nadia Omar Rukhsana Saira Tariq Yasmin Zubair",
            "Anwar Bashir Chaudhry Durrani Farooqi Hashmi Iqbal Jalil Kazmi Mirza Qureshi Siddiqui Usmani Zaman"), 10),
        (NameTradition.Of(
            "Abiola Adaeze Babatunde Chidi Ebele Folasade Ifeoma Kelechi Ngozi Obinna Temitope Yetunde",
            "Adebayo Akintola Balogun Chukwuma Ekwueme Fashola Ikpeazu Nwachukwu Obiora Okonjo Olaniyan Uzoma"), 8),
        (NameTradition.Of(
            "Abena Akosua Ama Efua Kofi Kwabena Kwame Yaa Tendai Rudo Farai Chipo",
            "Agyeman Amoah Asante Boakye Mensah Ofori Chigumba Hove Marufu Moyo Ncube Sibanda"), 5),
        (NameTradition.Of(
            "Alphonso Beverley Clive Delroy Errol Gloria Leroy Marcia Novelette Sonia Trevor Yvonne",
            "Beckles Cumberbatch Dacosta Fenty Gittens Haynes Inniss Lashley Mottley Pinnock Sobers Worrell"), 4),
        (NameTradition.Of(
            "Chun Hui Jia Kai Lan Mei Ping Wai Xin Yan Ying Zhen",
            "Chan Cheung Fong Ho Kwok Lau Leung Ng Siu Tsang Wong Yip"), 3),
        (NameTradition.Of(
            "Agnieszka Bartosz Dorota Elena Grzegorz Ioana Katarzyna Lucian Marek Mihaela Pawel Zofia",
            "Baranowski Cojocaru Dudek Enache Gorski Ionescu Kaminski Lupu Majewski Nowicki Ursu Zawadzki"), 4),
        (NameTradition.Of(
            "Angelica Benjie Corazon Divina Efren Imelda Jocelyn Ligaya Rodrigo Teresita",
            "Aquino Bautista Caballero Dimaculangan Evangelista Gatdula Magsaysay Pangilinan Salonga Villanueva"), 4),
        (NameTradition.Of(
            "Anthi Bruno Despina Filipa Giorgos Ines Leonor Marco Paolo Sofia Tiago Vittoria",
            "Almeida Bianchi Carvalho Demetriou Ferrante Georgiou Lombardi Nogueira Papadakis Ribeiro Stavrou Vitale"), 3),
        (NameTradition.Of(
            "Ayse Cemal Dalia Hanan Karim Layla Mehmet Nadim Rania Samir Shirin Yusuf",
            "Aydin Darwish Demir Farahani Haddad Kaya Mansour Nasser Rahimi Sabbagh Tehrani Yilmaz"), 4),
        (NameTradition.Of(
            "Abdi Amal Deqa Hodan Idil Jama Mebrat Sahra Selam Tsegaye Warsame Yonas",
            "Abebe Aden Berhane Farah Gebremariam Haile Hirsi Jimale Mengistu Osman Tesfaye Yassin"), 3),
    ];
}
